package io.github.hybridnet.simulator.arm.id;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The name of a resource type in its canonical case, for example {@code
 * Microsoft.Network/virtualNetworks/subnets}. Two names that differ only in case are equal.
 *
 * @param namespace the provider's namespace
 * @param types the type segments, one for a top-level type
 */
public record TypeName(String namespace, List<String> types) {

  /** The namespace of what Resource Manager itself provides. */
  public static final String RESOURCES_NAMESPACE = "Microsoft.Resources";

  /** The type of a resource group, as answers name it. */
  public static final String RESOURCE_GROUPS = RESOURCES_NAMESPACE + "/resourceGroups";

  public TypeName {
    types = List.copyOf(types);
  }

  /** Reads a name such as {@code Namespace/type[/childType…]}. */
  public static TypeName of(String text) {
    List<String> parts = List.of(text.split("/"));
    if (parts.size() < 2) {
      throw new IllegalArgumentException("Not a resource type: " + text);
    }
    return new TypeName(parts.get(0), parts.subList(1, parts.size()));
  }

  /** The name of a child type of this one. */
  public TypeName child(String type) {
    List<String> all = new ArrayList<>(types);
    all.add(type);
    return new TypeName(namespace, all);
  }

  /** Whether this is the name of a child type of the other. */
  public boolean isChildOf(TypeName parent) {
    return types.size() == parent.types.size() + 1
        && namespace.equalsIgnoreCase(parent.namespace)
        && types.subList(0, parent.types.size()).equals(parent.types);
  }

  /** The type segments without the namespace, for example {@code virtualNetworks/subnets}. */
  public String path() {
    return String.join("/", types);
  }

  /** The last segment, for example {@code subnets}. */
  public String last() {
    return types.get(types.size() - 1);
  }

  /** The name in lower case, for maps. */
  public String key() {
    return toString().toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TypeName that && key().equals(that.key());
  }

  @Override
  public int hashCode() {
    return key().hashCode();
  }

  @Override
  public String toString() {
    return namespace + "/" + path();
  }
}
