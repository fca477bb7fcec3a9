package io.github.hybridnet.simulator.variant;

import java.util.List;

/**
 * What answers have because of a variant and a service like that takes back: clients send members
 * that they do not know as they came.
 *
 * @param members the names of members that any object may have
 * @param values values that stand for another one
 */
public record TakenBack(List<String> members, List<String> values) {
  /** A text that each object of an answer has. */
  public static final String ADDED_TEXT = "addedLaterText";

  /** An object that each object of an answer has. */
  public static final String ADDED_OBJECT = "addedLaterObject";

  /** What these variants have. */
  public static TakenBack of(VariantSelection variants) {
    return new TakenBack(
        variants.is(AzureVariant.UNKNOWN_MEMBERS, "added")
            ? List.of(ADDED_TEXT, ADDED_OBJECT)
            : List.of(),
        variants.is(AzureVariant.PEERING_STATE, "active") ? List.of("Active") : List.of());
  }
}
