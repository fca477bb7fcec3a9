package io.github.hybridnet.console;

import io.github.hybridnet.arm.ActualCircuit;
import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.model.Circuit;
import io.github.hybridnet.text.ShellText;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The order form for the connectivity provider, and the next steps. It contains no secret: a
 * service key is meant for the provider, and MD5 and authorization keys are not in it.
 */
public final class ProviderOrderForm {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Circuit declared;
  private final ActualCircuit actual;
  private final boolean billed;

  /**
   * The form of a circuit.
   *
   * @param declared as declared
   * @param actual the actual circuit
   * @param billed whether it is billed, which it is not on the simulator
   */
  public ProviderOrderForm(Circuit declared, ActualResource actual, boolean billed) {
    this.declared = declared;
    this.actual = new ActualCircuit(actual);
    this.billed = billed;
  }

  /** The lines of the whole form. */
  public List<String> lines(Instant asOf) {
    List<String> lines = new ArrayList<>();
    lines.add("ExpressRoute circuit " + declared.name() + ", as of " + TIME.format(asOf));
    lines.add("");
    lines.add("Give this to " + declared.provider().name() + ":");
    lines.addAll(ordered());
    lines.addAll(new ProviderOrderPeerings(declared, actual).lines());
    lines.add("");
    lines.add("State:");
    lines.addAll(state());
    lines.add("");
    lines.addAll(next());
    lines.add("");
    lines.add("Costs:");
    costs().forEach(cost -> lines.add("  " + cost));
    lines.addAll(authorizations());
    return List.copyOf(lines);
  }

  private List<String> ordered() {
    return new FactList()
        .with("Service key", actual.serviceKey())
        .with("Provider", declared.provider().name())
        .with("Peering location", declared.provider().peeringLocation())
        .with("Bandwidth", declared.provider().bandwidthInMbps() + " Mbit/s")
        .with("SKU", declared.skuTier() + ", " + declared.skuFamily())
        .lines();
  }

  private List<String> state() {
    return new FactList()
        .with("Provider", actual.providerState())
        .with("Azure", actual.azureState())
        .with("Private peering", actual.privatePeeringState().orElse("none"))
        .lines();
  }

  /** The next steps, in order. */
  public List<String> next() {
    List<String> lines = new ArrayList<>();
    lines.add("Next:");
    int number = 1;
    for (String step : new ProviderOrderSteps(declared, actual).steps()) {
      lines.add("  " + number++ + ". " + step);
    }
    return lines;
  }

  private List<String> costs() {
    if (!billed) {
      return List.of("None: this circuit is simulated.");
    }
    String traffic =
        declared.skuFamily().equals("MeteredData")
            ? "; outbound data is billed by volume (MeteredData)."
            : "; all data is included (UnlimitedData).";
    return List.of(
        "Azure bills the circuit from the moment its service key exists until it is deleted, used"
            + " or not"
            + traffic,
        declared.provider().name() + " bills its service separately.",
        "The gateways that hybridnet:deploy-network builds are billed by the hour.");
  }

  private List<String> authorizations() {
    List<ActualCircuit.ActualAuthorization> authorizations = actual.authorizations();
    if (authorizations.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("Authorizations, each for one connection of another network:");
    authorizations.forEach(each -> lines.addAll(authorization(each)));
    return lines;
  }

  private List<String> authorization(ActualCircuit.ActualAuthorization authorization) {
    String command =
        "az network express-route auth show --subscription %s --resource-group %s --circuit-name %s"
            + " --name %s --query authorizationKey --output tsv";
    return List.of(
        "  " + authorization.name() + " (" + authorization.useStatus() + "); its key:",
        "    "
            + command.formatted(
                actual.key().subscriptionId(),
                ShellText.quoted(actual.key().resourceGroup()),
                ShellText.quoted(actual.key().name()),
                ShellText.quoted(authorization.name())));
  }
}
