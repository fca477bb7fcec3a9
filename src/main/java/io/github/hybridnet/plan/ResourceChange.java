package io.github.hybridnet.plan;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ChildResources;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.model.Subnet;
import io.github.hybridnet.plan.declared.DeclaredResource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is done to one resource.
 *
 * @param action create, update in place, replace or nothing
 * @param declared the resource as declared
 * @param actual as Azure has it, or null
 * @param differences what differs, empty when created or unchanged
 * @param uncompared declared secrets that the service does not show, by their paths: whether they
 *     differ cannot be known
 */
public record ResourceChange(
    Action action,
    DeclaredResource declared,
    @Nullable ActualResource actual,
    List<PropertyDifference> differences,
    List<String> uncompared) {

  /** Copies the lists, which cannot be changed afterwards. */
  public ResourceChange {
    differences = List.copyOf(differences);
    uncompared = List.copyOf(uncompared);
  }

  /** A change of which everything could be compared. */
  public ResourceChange(
      Action action,
      DeclaredResource declared,
      @Nullable ActualResource actual,
      List<PropertyDifference> differences) {
    this(action, declared, actual, differences, List.of());
  }

  /** What is done with a resource. */
  public enum Action {
    /** It does not exist. */
    CREATE("create"),
    /** It differs and can be changed in place. */
    UPDATE("update"),
    /** It differs in something that Azure cannot change in place. */
    REPLACE("replace"),
    /** It is as declared, and is not written. */
    UNCHANGED("unchanged");

    private final String label;

    Action(String label) {
      this.label = label;
    }

    /** As shown to users and in {@code outputs.json}. */
    public String label() {
      return label;
    }
  }

  /** The key of the changed resource. */
  public ResourceKey key() {
    return declared.key();
  }

  /** What Azure cannot change of it in place. */
  public List<PropertyDifference> unchangeable() {
    return actual == null
        ? List.of()
        : differences.stream().filter(d -> ImmutableProperties.isImmutable(actual, d)).toList();
  }

  /** Whether the resource is made, for the first time or anew. */
  public boolean isMade() {
    return action == Action.CREATE || action == Action.REPLACE;
  }

  /** Whether it exists and nothing but its tags differs. */
  public boolean areTagsAlone() {
    return actual != null
        && !differences.isEmpty()
        && differences.stream().allMatch(d -> d.path().startsWith("tags."));
  }

  /** Whether it gives the existing GatewaySubnet of a virtual network another prefix. */
  public boolean changesGatewaySubnet() {
    List<Map<String, Object>> subnets = ChildResources.elements(declared.body(), "subnets");
    for (int i = 0; i < subnets.size(); i++) {
      String path = "properties.subnets[" + i + "].properties.addressPrefix";
      if (Subnet.GATEWAY_SUBNET.equalsIgnoreCase(ChildResources.name(subnets.get(i)))
          && differences.stream().anyMatch(d -> d.path().equals(path))) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is written. */
  public boolean isWrite() {
    return action != Action.UNCHANGED;
  }
}
