package io.github.hybridnet.replay.compare;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compares the bodies of one interaction by member. */
final class ContentComparison {
  static final String ABSENT = "absent";

  private final GeneratedValueCheck generated;
  private final List<MemberDifference> absent = new ArrayList<>();
  private final List<MemberDifference> unequal = new ArrayList<>();
  private EqualShare body = EqualShare.none();
  private EqualShare values = EqualShare.none();

  ContentComparison(GeneratedValueCheck generated) {
    this.generated = generated;
  }

  /**
   * Adds two bodies to the comparison.
   *
   * @param at what the paths of their members begin with
   */
  void compare(String at, JsonNode recorded, JsonNode simulated) {
    Map<JsonLeaf, JsonNode> there = JsonLeaf.withObjects(simulated);
    JsonLeaf.of(recorded)
        .forEach(
            (leaf, value) -> {
              boolean right = there.containsKey(leaf);
              body = body.plus(EqualShare.one(right));
              if (!right) {
                absent.add(
                    new MemberDifference(
                        ScoreAxis.BODY, at + leaf.path(), value.toString(), ABSENT));
              }
            });
    for (LeafPair pair : LeafPair.of(recorded, simulated)) {
      if (!generated.isGenerated(pair.path(), pair.recorded())) {
        boolean right = pair.isEqual();
        values = values.plus(EqualShare.one(right));
        if (!right) {
          unequal.add(
              new MemberDifference(
                  ScoreAxis.VALUES,
                  at + pair.path(),
                  pair.recorded().toString(),
                  pair.simulated().toString()));
        }
      }
    }
  }

  EqualShare body() {
    return body;
  }

  EqualShare values() {
    return values;
  }

  List<MemberDifference> differences() {
    List<MemberDifference> all = new ArrayList<>(absent);
    all.addAll(unequal);
    return all;
  }
}
