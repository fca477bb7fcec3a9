package io.github.hybridnet.matrix;

import io.github.hybridnet.simulator.variant.AzureVariant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A goal on a simulator that plays variants.
 *
 * @param goal what is done
 * @param variants what is not usual
 */
record MatrixCell(MatrixGoal goal, Map<AzureVariant, String> variants) {

  MatrixCell {
    variants = variants.isEmpty() ? Map.of() : new EnumMap<>(variants);
  }

  /** The goal on the simulator as it usually is. */
  static MatrixCell usual(MatrixGoal goal) {
    return new MatrixCell(goal, Map.of());
  }

  /** Each value of each variant by itself, whichever there are. */
  static List<Map<AzureVariant, String>> singles() {
    List<Map<AzureVariant, String>> all = new ArrayList<>();
    for (AzureVariant variant : AzureVariant.values()) {
      for (String value : variant.choices()) {
        if (!value.equals(variant.usual())) {
          all.add(Map.of(variant, value));
        }
      }
    }
    return all;
  }

  /** Any two values of different variants. */
  static List<Map<AzureVariant, String>> pairs() {
    List<Map<AzureVariant, String>> singles = singles();
    List<Map<AzureVariant, String>> all = new ArrayList<>();
    for (int i = 0; i < singles.size(); i++) {
      for (Map<AzureVariant, String> other : singles.subList(i + 1, singles.size())) {
        Map<AzureVariant, String> both = new EnumMap<>(singles.get(i));
        both.putAll(other);
        if (both.size() == 2) {
          all.add(both);
        }
      }
    }
    return all;
  }

  /** Every goal with each of these. */
  static List<MatrixCell> of(List<Map<AzureVariant, String>> choices) {
    List<MatrixCell> all = new ArrayList<>();
    for (Map<AzureVariant, String> variants : choices) {
      for (MatrixGoal goal : MatrixGoal.values()) {
        all.add(new MatrixCell(goal, variants));
      }
    }
    return all;
  }

  boolean plays(AzureVariant variant, String value) {
    return value.equals(variants.get(variant));
  }

  /** As the admin call takes them. */
  Map<String, String> names() {
    Map<String, String> names = new TreeMap<>();
    variants.forEach((variant, value) -> names.put(variant.word(), value));
    return names;
  }

  /** As options name them. */
  String played() {
    return names().entrySet().stream()
        .map(each -> each.getKey() + "=" + each.getValue())
        .collect(Collectors.joining(","));
  }

  @Override
  public String toString() {
    return goal.label() + " with " + (variants.isEmpty() ? "nothing unusual" : played());
  }
}
