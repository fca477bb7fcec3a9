package io.github.hybridnet.plan;

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
   * @param exists whether the resource stands
   * @param difference the value that stands, and the declared one
   */
  public record Unmet(ResourceKey key, boolean exists, Difference difference) {}

  /** What a plan's declaration expects and does not stand. */
  public static List<Unmet> unmet(Plan plan) {
    return plan.changes().stream().flatMap(AssignedValues::unmet).toList();
  }

  private static Stream<Unmet> unmet(Change change) {
    DesiredResource desired = change.desired();
    Map<String, Object> expected = desired.rules().expected();
    if (expected.isEmpty()) {
      return Stream.empty();
    }
    ActualResource actual = change.actual();
    ActualResource standing =
        actual == null ? new ActualResource(change.key(), null, "", Map.of(), Map.of()) : actual;
    DesiredResource wanted =
        new DesiredResource(change.key(), expected, List.of(), desired.rules());
    return new Comparison()
        .compare(wanted, standing).differences().stream()
            .map(difference -> new Unmet(change.key(), actual != null, difference));
  }
}
