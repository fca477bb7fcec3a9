package io.github.hybridnet.simulator.variant;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;

/** Which value of each variant is played. */
public final class VariantChoice {
  /** The first value of each. */
  public static final VariantChoice USUAL = new VariantChoice(Map.of());

  private final Map<AzureVariant, String> chosen = new EnumMap<>(AzureVariant.class);

  private VariantChoice(Map<AzureVariant, String> values) {
    values.forEach(
        (variant, value) -> {
          require(variant, value);
          if (!value.equals(variant.usual())) {
            chosen.put(variant, value);
          }
        });
  }

  /** The usual values but for these. */
  public static VariantChoice of(Map<AzureVariant, String> values) {
    return new VariantChoice(values);
  }

  /**
   * A value for each variant that a seed chooses. What is drawn for one does not depend on which
   * others exist.
   */
  static Map<AzureVariant, String> drawn(long seed, Collection<AzureVariant> among) {
    Map<AzureVariant, String> values = new EnumMap<>(AzureVariant.class);
    for (AzureVariant variant : among) {
      if (variant.drawn()) {
        SplittableRandom random = new SplittableRandom(seed * 31 + variant.word().hashCode());
        values.put(variant, variant.choices().get(random.nextInt(variant.choices().size())));
      }
    }
    return values;
  }

  /** The value that is played. */
  public String of(AzureVariant variant) {
    return chosen.getOrDefault(variant, variant.usual());
  }

  /**
   * Whether this value is played.
   *
   * @throws IllegalArgumentException if the variant has no such value
   */
  public boolean is(AzureVariant variant, String value) {
    require(variant, value);
    return of(variant).equals(value);
  }

  /** Whether nothing else than usual is played. */
  public boolean isUsual() {
    return chosen.isEmpty();
  }

  /** What is not usual, as options name it: {@code etag=absent,list-order=reversed}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    chosen.forEach(
        (variant, value) ->
            text.append(text.isEmpty() ? "" : ",")
                .append(variant.word())
                .append('=')
                .append(value));
    return text.toString();
  }

  private static void require(AzureVariant variant, String value) {
    if (!variant.choices().contains(value)) {
      throw new IllegalArgumentException("'" + variant.word() + "' has no value '" + value + "'");
    }
  }
}
