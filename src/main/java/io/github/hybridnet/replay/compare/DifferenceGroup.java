package io.github.hybridnet.replay.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The same difference in several interactions: of one request, in one member. Of content the values
 * may differ from one to the next; the first one is shown.
 *
 * @param count how many interactions have it
 * @param request verb and type
 * @param example the first difference
 * @param cassette where that is
 * @param interaction its place there, from 0
 * @param path its path
 */
public record DifferenceGroup(
    int count,
    String request,
    MemberDifference example,
    String cassette,
    int interaction,
    String path) {

  private static final Comparator<DifferenceGroup> ORDER =
      Comparator.comparing((DifferenceGroup g) -> g.example().axis())
          .thenComparing(Comparator.comparingInt(DifferenceGroup::count).reversed())
          .thenComparing(DifferenceGroup::request)
          .thenComparing(g -> g.example().member());

  /** What is the same in a group. */
  private record GroupKey(ScoreAxis axis, String request, String member, String values) {
    static GroupKey of(StepScore step, MemberDifference d) {
      boolean content = d.axis() == ScoreAxis.BODY || d.axis() == ScoreAxis.VALUES;
      return new GroupKey(
          d.axis(),
          step.request().toLowerCase(Locale.ROOT),
          d.member(),
          content ? "" : d.recorded() + " " + d.simulated());
    }
  }

  /** The differences of some cassettes, grouped: by axis, and the most frequent ones first. */
  public static List<DifferenceGroup> of(List<CassetteScore> cassettes) {
    Map<GroupKey, DifferenceGroup> groups = new LinkedHashMap<>();
    for (CassetteScore cassette : cassettes) {
      for (StepScore step : cassette.steps()) {
        for (MemberDifference d : step.differences()) {
          groups.merge(
              GroupKey.of(step, d),
              new DifferenceGroup(
                  1, step.request(), d, cassette.name(), step.number(), step.path()),
              (known, same) -> known.plusOne());
        }
      }
    }
    List<DifferenceGroup> sorted = new ArrayList<>(groups.values());
    sorted.sort(ORDER);
    return sorted;
  }

  private DifferenceGroup plusOne() {
    return new DifferenceGroup(count + 1, request, example, cassette, interaction, path);
  }
}
