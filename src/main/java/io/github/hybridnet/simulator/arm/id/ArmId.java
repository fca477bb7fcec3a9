package io.github.hybridnet.simulator.arm.id;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The id of a subscription, of a resource group or of a resource. Ids are compared without regard
 * to case, as Azure does; {@link #toString()} keeps the case in which the id was given.
 */
public final class ArmId {
  private final String subscription;
  private final String resourceGroup;
  private final String namespace;
  private final List<String> types;
  private final List<String> names;
  private @Nullable String key;

  private ArmId(
      String subscription,
      String resourceGroup,
      String namespace,
      List<String> types,
      List<String> names) {
    this.subscription = subscription;
    this.resourceGroup = resourceGroup;
    this.namespace = namespace;
    this.types = List.copyOf(types);
    this.names = List.copyOf(names);
  }

  /** The id of a subscription. */
  public static ArmId subscription(String subscription) {
    return new ArmId(subscription, "", "", List.of(), List.of());
  }

  /** The id of a resource group. */
  public static ArmId group(String subscription, String resourceGroup) {
    return new ArmId(subscription, resourceGroup, "", List.of(), List.of());
  }

  /** Reads an id; empty if the text is not one of a subscription, group or resource in a group. */
  public static Optional<ArmId> parse(String text) {
    String[] parts = text.split("/", -1);
    int size = parts.length;
    if (size < 3 || !parts[0].isEmpty() || !parts[1].equalsIgnoreCase("subscriptions")) {
      return Optional.empty();
    }
    for (int i = 1; i < size; i++) {
      if (parts[i].isBlank()) {
        return Optional.empty();
      }
    }
    if (size == 3) {
      return Optional.of(subscription(parts[2]));
    }
    if (size < 5 || !parts[3].equalsIgnoreCase("resourceGroups")) {
      return Optional.empty();
    }
    ArmId group = group(parts[2], parts[4]);
    if (size == 5) {
      return Optional.of(group);
    }
    boolean resource = size >= 9 && size % 2 == 1 && parts[5].equalsIgnoreCase("providers");
    return resource ? Optional.of(group.resource(parts)) : Optional.empty();
  }

  private ArmId resource(String[] parts) {
    List<String> allTypes = new ArrayList<>();
    List<String> allNames = new ArrayList<>();
    for (int i = 7; i < parts.length; i += 2) {
      allTypes.add(parts[i]);
      allNames.add(parts[i + 1]);
    }
    return new ArmId(subscription, resourceGroup, parts[6], allTypes, allNames);
  }

  /** A top-level resource of this id's group. */
  public ArmId resource(TypeName type, String name) {
    return new ArmId(subscription, resourceGroup, type.namespace(), type.types(), List.of(name));
  }

  /** A child of this resource. */
  public ArmId child(String type, String name) {
    List<String> allTypes = new ArrayList<>(types);
    allTypes.add(type);
    List<String> allNames = new ArrayList<>(names);
    allNames.add(name);
    return new ArmId(subscription, resourceGroup, namespace, allTypes, allNames);
  }

  /** This id with the canonical spelling of its type and of its resource group's name. */
  public ArmId spelled(TypeName type, String group) {
    return new ArmId(subscription, group, type.namespace(), type.types(), names);
  }

  /** This resource if it is top-level, else the top-level resource that contains it. */
  public ArmId root() {
    return isResource()
        ? new ArmId(
            subscription, resourceGroup, namespace, types.subList(0, 1), names.subList(0, 1))
        : this;
  }

  /** The resource that contains this child. */
  public ArmId parent() {
    if (!isChild()) {
      throw new IllegalStateException("Not a child: " + this);
    }
    int last = types.size() - 1;
    return new ArmId(
        subscription, resourceGroup, namespace, types.subList(0, last), names.subList(0, last));
  }

  /** The id of the resource group that holds this resource. */
  public ArmId group() {
    return group(subscription, resourceGroup);
  }

  public boolean isResource() {
    return !types.isEmpty();
  }

  public boolean isChild() {
    return types.size() > 1;
  }

  public String subscription() {
    return subscription;
  }

  public String resourceGroup() {
    return resourceGroup;
  }

  public String namespace() {
    return namespace;
  }

  /** The type as this id spells it. */
  public TypeName type() {
    return new TypeName(namespace, types);
  }

  /** The last name in the id. */
  public String name() {
    return isResource() ? names.get(names.size() - 1) : resourceGroup;
  }

  /** All names, the top-level resource's first. */
  public List<String> names() {
    return names;
  }

  /** The id in lower case, for maps. */
  public String key() {
    String known = key;
    if (known == null) {
      known = toString().toLowerCase(Locale.ROOT);
      key = known;
    }
    return known;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ArmId that && key().equals(that.key());
  }

  @Override
  public int hashCode() {
    return key().hashCode();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("/subscriptions/").append(subscription);
    if (!resourceGroup.isEmpty()) {
      text.append("/resourceGroups/").append(resourceGroup);
    }
    if (isResource()) {
      text.append("/providers/").append(namespace);
      for (int i = 0; i < types.size(); i++) {
        text.append('/').append(types.get(i)).append('/').append(names.get(i));
      }
    }
    return text.toString();
  }
}
