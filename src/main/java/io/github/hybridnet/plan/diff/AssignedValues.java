package io.github.hybridnet.plan.diff;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.PropertyDifference;
import io.github.hybridnet.plan.ResourceChange;
import io.github.hybridnet.plan.declared.DeclaredResource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Values that Azure assigns and that a declaration names all the same. */
public final class AssignedValues {
  private AssignedValues() {}

  /**
   * A declared value that is not the one that Azure assigned.
   *
   * @param key the resource
   * @param exists whether the resource exists
   * @param difference the actual value, and the declared one
   */
  public record UnmetValue(ResourceKey key, boolean exists, PropertyDifference difference) {}

  /** What a plan's declaration expects and Azure has not. */
  public static List<UnmetValue> unmet(Plan plan) {
    return plan.changes().stream().flatMap(AssignedValues::unmet).toList();
  }

  private static Stream<UnmetValue> unmet(ResourceChange resourceChange) {
    DeclaredResource declared = resourceChange.declared();
    Map<String, Object> expected = declared.rules().expected();
    if (expected.isEmpty()) {
      return Stream.empty();
    }
    ActualResource actual = resourceChange.actual();
    ActualResource compared =
        actual == null
            ? new ActualResource(resourceChange.key(), null, "", Map.of(), Map.of())
            : actual;
    DeclaredResource wanted =
        new DeclaredResource(resourceChange.key(), expected, List.of(), declared.rules());
    return new BodyComparison()
        .compare(wanted, compared).differences().stream()
            .map(
                propertyDifference ->
                    new UnmetValue(resourceChange.key(), actual != null, propertyDifference));
  }
}
