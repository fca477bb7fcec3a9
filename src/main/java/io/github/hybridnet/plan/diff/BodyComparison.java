package io.github.hybridnet.plan.diff;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.AlternativeForms;
import io.github.hybridnet.arm.ArmEquality;
import io.github.hybridnet.arm.BodyMerge;
import io.github.hybridnet.arm.ListMatcher;
import io.github.hybridnet.arm.ResourceBody;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.plan.PropertyDifference;
import io.github.hybridnet.plan.declared.DeclaredResource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What of a declared body differs from the actual body. Only what is declared is compared: values
 * that the service adds never show. Strings are compared without case, as the service does for ids,
 * names and enumerations; tag values and secrets are not.
 */
final class BodyComparison {
  private static final String SKU = "properties.sku.";

  /**
   * What the comparison found.
   *
   * @param differences in the order of their paths
   * @param uncompared paths of declared secrets of which it is not known whether they differ
   */
  record Result(List<PropertyDifference> differences, List<String> uncompared) {}

  Result compare(DeclaredResource declared, ActualResource actual) {
    DifferenceCollector differenceCollector =
        new DifferenceCollector(declared, new ArrayList<>(), new ArrayList<>());
    compareMaps("", declared.body(), actual.body(), differenceCollector);
    withoutDerivedTier(declared, differenceCollector.found());
    differenceCollector.found().sort(Comparator.comparing(PropertyDifference::path));
    return new Result(
        differenceCollector.found(), differenceCollector.uncompared().stream().sorted().toList());
  }

  /**
   * Of a gateway's SKU the name alone is declared. The tier follows from it: another one beside the
   * same name is Azure's way to show it, and a write would not change it.
   */
  private static void withoutDerivedTier(
      DeclaredResource declared, List<PropertyDifference> found) {
    boolean sameName = found.stream().noneMatch(each -> each.path().equals(SKU + "name"));
    if (sameName && declared.key().type() == ResourceType.VIRTUAL_NETWORK_GATEWAY) {
      found.removeIf(each -> each.path().equals(SKU + "tier"));
    }
  }

  private record DifferenceCollector(
      DeclaredResource resource, List<PropertyDifference> found, List<String> uncompared) {
    boolean ignores(String path) {
      return resource.rules().createOnly().contains(path);
    }

    void differs(String path, String declared, String actual) {
      found.add(new PropertyDifference(path, declared, actual));
    }
  }

  private void compareMaps(
      String path,
      Map<String, Object> declared,
      Map<String, Object> actual,
      DifferenceCollector differenceCollector) {
    declared.forEach(
        (name, value) -> {
          String child = path.isEmpty() ? name : path + "." + name;
          if (!differenceCollector.ignores(child)
              && !AlternativeForms.standsAsList(name, value, actual)) {
            compare(
                child,
                value,
                actual.get(ArmEquality.nameIn(path, actual, name)),
                differenceCollector);
          }
        });
  }

  private void compare(
      String path,
      Object declared,
      @Nullable Object actual,
      DifferenceCollector differenceCollector) {
    if (declared instanceof Secret secret) {
      compareSecrets(path, secret, actual, differenceCollector);
    } else if (declared instanceof Map<?, ?>) {
      compareMaps(path, ResourceBody.map(declared), ResourceBody.map(actual), differenceCollector);
    } else if (declared instanceof List<?> list && BodyMerge.isListOfMaps(list)) {
      compareElements(
          path, ResourceBody.maps(list), ResourceBody.maps(actual), differenceCollector);
    } else if (declared instanceof List<?> list) {
      compareValues(path, list, actual, differenceCollector);
    } else if (!ArmEquality.same(
        differenceCollector.resource().key().type(), path, declared, actual)) {
      differenceCollector.differs(path, text(declared), text(actual));
    }
  }

  private static void compareSecrets(
      String path,
      Secret declared,
      @Nullable Object actual,
      DifferenceCollector differenceCollector) {
    if (actual instanceof Secret found && declared.reference().isEmpty()) {
      if (!declared.matches(found)) {
        differenceCollector.found().add(PropertyDifference.ofSecret(path));
      }
    } else if (differenceCollector.resource().rules().hiddenSecrets()) {
      differenceCollector.found().add(PropertyDifference.ofSecret(path));
    } else {
      // What cannot be compared is not written again for that.
      differenceCollector.uncompared().add(path);
    }
  }

  private void compareElements(
      String path,
      List<Map<String, Object>> declared,
      List<Map<String, Object>> actual,
      DifferenceCollector differenceCollector) {
    ListMatcher listMatcher = new ListMatcher(declared, actual);
    for (int i = 0; i < declared.size(); i++) {
      Map<String, Object> element = declared.get(i);
      String child = path + "[" + i + "]";
      Map<String, Object> counterpart = listMatcher.counterpart(i);
      if (counterpart == null) {
        differenceCollector.differs(
            child, Objects.toString(element.get("name"), "an element"), "absent");
      } else {
        compareMaps(child, BodyMerge.withoutName(element), counterpart, differenceCollector);
      }
    }
  }

  private static void compareValues(
      String path,
      List<?> declared,
      @Nullable Object actual,
      DifferenceCollector differenceCollector) {
    List<?> found = actual instanceof List<?> list ? list : List.of();
    boolean othersOnly = declared.isEmpty() && ListMatcher.haveNames(found);
    if (!othersOnly && !sameValues(path, declared, found)) {
      differenceCollector.differs(path, text(declared), text(found));
    }
  }

  private static boolean sameValues(String path, List<?> declared, List<?> found) {
    boolean complete = declared.stream().allMatch(d -> contains(path, found, d));
    boolean nothingElse = found.stream().allMatch(f -> contains(path, declared, f));
    return complete && (nothingElse || BodyMerge.isAdditive(path));
  }

  private static boolean contains(String path, List<?> list, Object value) {
    return list.stream().anyMatch(element -> ArmEquality.same(path, value, element));
  }

  private static String text(@Nullable Object value) {
    return value == null ? "absent" : value.toString();
  }
}
