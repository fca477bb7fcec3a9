package io.github.hybridnet.validation.rules.circuit;

import io.github.hybridnet.model.Circuit;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A network takes four circuits from one peering location. */
public final class CircuitsPerLocationRule extends ValidationRule {
  private static final int MOST = 4;

  public CircuitsPerLocationRule() {
    super(
        "HN2097",
        "A virtual network has at most four circuits from one peering location.",
        "articles/expressroute/expressroute-faqs.md");
  }

  @Override
  public List<Finding> check(RuleContext context) {
    Map<String, List<Circuit>> byLocation = new LinkedHashMap<>();
    for (Circuit circuit : context.network().circuits()) {
      String location = circuit.provider().peeringLocation().toLowerCase(Locale.ROOT);
      byLocation.computeIfAbsent(location, any -> new ArrayList<>()).add(circuit);
    }
    return byLocation.values().stream()
        .filter(circuits -> circuits.size() > MOST)
        .map(circuits -> tooMany(circuits.get(MOST), circuits.size()))
        .toList();
  }

  private Finding tooMany(Circuit first, int count) {
    return error(
        "%s circuits are from the peering location '%s'; a virtual network has at most %s."
            .formatted(count, first.provider().peeringLocation(), MOST),
        first.origin().at("peeringLocation"),
        "Choose another peering location for some of them.");
  }
}
