package io.github.hybridnet.console;

import io.github.hybridnet.arm.ActualCircuit;
import io.github.hybridnet.model.Circuit;
import io.github.hybridnet.model.Peering;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The remaining steps until a circuit can be used, in order. */
final class ProviderOrderSteps {
  private static final String DEPLOY =
      "Run hybridnet:deploy-network: it builds the gateways and connects them.";

  private final Circuit declared;
  private final ActualCircuit actual;

  ProviderOrderSteps(Circuit declared, ActualCircuit actual) {
    this.declared = declared;
    this.actual = actual;
  }

  List<String> steps() {
    List<String> steps = new ArrayList<>();
    String provider = declared.provider().name();
    switch (actual.phase()) {
      case NOT_ENABLED ->
          steps.add(
              "The circuit status, which Azure sets, is '"
                  + actual.azureState()
                  + (actual.isFailed()
                      ? "', and the last change of the circuit failed. Run hybridnet:create-circuit"
                          + " to write the circuit again."
                      : "'. Run hybridnet:create-circuit again until it is 'Enabled'."));
      case LEAVING -> {
        return List.of(
            provider
                + " is deprovisioning the circuit. If that is not intended, ask "
                + provider
                + ".",
            "When the provider status is 'NotProvisioned', the circuit can be deleted, which ends"
                + " its costs.");
      }
      case NOT_PROVISIONED -> steps.add(provisioning(provider));
      default -> {}
    }
    peering(provider, steps);
    steps.add(DEPLOY);
    return List.copyOf(steps);
  }

  private String provisioning(String provider) {
    return actual.providerState().equalsIgnoreCase("Provisioning")
        ? provider
            + " is provisioning the circuit. Wait until the provider status is 'Provisioned'."
        : "Send the part for "
            + provider
            + " to this provider, which provisions the circuit with the service key. That can take"
            + " days.";
  }

  private void peering(String provider, List<String> steps) {
    String missing =
        declared.peerings().stream()
            .filter(
                d -> actual.peerings().stream().noneMatch(s -> ProviderOrderPeerings.isSame(d, s)))
            .map(Peering::type)
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      String when =
          actual.isProvisioned() ? "Run" : "When the provider status is 'Provisioned', run";
      steps.add(when + " hybridnet:create-circuit again: it configures " + missing + ".");
    }
    if (actual.privatePeeringState().filter("Disabled"::equalsIgnoreCase).isPresent()) {
      steps.add(
          "Private peering is 'Disabled' and must be 'Enabled'. Ask whoever disabled the peering to"
              + " enable it.");
    } else if (actual.privatePeeringState().isEmpty() && !declaresPrivate()) {
      steps.add(
          provider
              + " also configures private peering. If you configure it yourself, declare it under"
              + " peerings in expressRouteCircuit.parameters.json and run hybridnet:create-circuit"
              + " again.");
    }
  }

  private boolean declaresPrivate() {
    return declared.peerings().stream().anyMatch(p -> p.type().equals(Peering.PRIVATE));
  }
}
