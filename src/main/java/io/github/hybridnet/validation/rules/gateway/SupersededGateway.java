package io.github.hybridnet.validation.rules.gateway;

import io.github.hybridnet.model.Gateway;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.model.GatewaySku;
import io.github.hybridnet.model.Severity;
import io.github.hybridnet.model.SourceLocation;
import io.github.hybridnet.validation.rules.RuleContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A gateway whose SKU has a successor.
 *
 * @param gateway the gateway
 * @param successor the SKU to use
 * @param modernise whether the successor is used
 */
record SupersededGateway(Gateway gateway, String successor, boolean modernise) {

  /** The gateways whose SKU is of that status. */
  static Stream<SupersededGateway> of(RuleContext context, GatewaySku.Status status) {
    List<SupersededGateway> found = new ArrayList<>();
    for (GatewayDeclaration declaration : context.gatewaysInTheirFiles()) {
      Gateway gateway = declaration.gateway();
      GatewaySku sku = GatewaySku.find(gateway.type(), gateway.sku()).orElse(null);
      String successor = sku == null || sku.status() != status ? null : sku.successor();
      if (successor != null) {
        found.add(new SupersededGateway(gateway, successor, context.modernise()));
      }
    }
    return found.stream();
  }

  Severity severity() {
    return modernise ? Severity.WARNING : Severity.ERROR;
  }

  String subject() {
    return "VPN gateway '" + gateway.name() + "' has the SKU '" + gateway.sku() + "'";
  }

  String consequence() {
    return modernise ? "; '" + successor + "' is used instead." : ".";
  }

  SourceLocation place() {
    return gateway.origin().at("sku");
  }

  String fix() {
    return modernise
        ? "Write '" + successor + "'."
        : "Write '" + successor + "', or let -Dhybridnet.modernise replace it in memory.";
  }
}
