package io.github.hybridnet.azure.http;

import io.github.hybridnet.arm.ResourceKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What kind of thing a path of Azure Resource Manager is about. Azure compares names of providers
 * and types without regard to case.
 *
 * @param provider the path of the provider's own description
 * @param namespace such as {@code Microsoft.Network}
 * @param names the type's names, outermost first; the last one may be that of an action
 */
record ArmPathType(String provider, String namespace, List<String> names) {
  private static final String PROVIDERS = "providers";
  private static final String OWN = "Microsoft.Resources";

  /** The position of the type in Resource Manager's own paths: /subscriptions/{id}/{type}. */
  private static final int OWN_TYPE = 2;

  /** Reads a path; empty when it is none below a subscription. */
  static Optional<ArmPathType> of(String path) {
    List<String> segments = Arrays.stream(path.split("/")).filter(s -> !s.isEmpty()).toList();
    if (segments.size() <= OWN_TYPE || !segments.get(0).equalsIgnoreCase("subscriptions")) {
      return Optional.empty();
    }
    int last = segments.lastIndexOf(PROVIDERS);
    if (last < 0) {
      return Optional.of(described(segments.get(1), OWN, List.of(segments.get(OWN_TYPE))));
    }
    List<String> names = new ArrayList<>();
    for (int i = last + 2; i < segments.size(); i += 2) {
      names.add(segments.get(i));
    }
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(described(segments.get(1), segments.get(last + 1), names));
  }

  private static ArmPathType described(String subscription, String namespace, List<String> names) {
    String provider =
        ResourceKey.subscriptionPath(subscription) + "/" + PROVIDERS + "/" + namespace;
    return new ArmPathType(provider, namespace, List.copyOf(names));
  }

  /** The type and those that it is part of, innermost first, in lower case. */
  List<String> candidates() {
    List<String> candidates = new ArrayList<>();
    for (int length = names.size(); length > 0; length--) {
      candidates.add(String.join("/", names.subList(0, length)).toLowerCase(Locale.ROOT));
    }
    return candidates;
  }

  /** The type in a sentence for users. */
  String shown() {
    return namespace + "/" + String.join("/", names);
  }
}
