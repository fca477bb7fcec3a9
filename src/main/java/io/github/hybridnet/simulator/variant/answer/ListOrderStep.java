package io.github.hybridnet.simulator.variant.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.http.ServerResponse;
import io.github.hybridnet.simulator.variant.AzureVariant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Lists in another order: those of resources, routes and neighbours, and those inside resources
 * whose order means nothing. Policies keep theirs, and DNS servers unless their variant is played.
 */
final class ListOrderStep implements AnswerStep {
  private static final Set<String> UNORDERED =
      Set.of(
          "value",
          "zones",
          "addressPrefixes",
          "subnets",
          "serviceEndpoints",
          "delegations",
          "virtualNetworkPeerings",
          "ipConfigurations",
          "bgpPeeringAddresses",
          "natRules",
          "peerings",
          "authorizations",
          "connections",
          "peeredConnections",
          "securityRules",
          "defaultSecurityRules");

  @Override
  public ServerResponse apply(AnsweredCall call, ServerResponse answer) {
    String order = call.choice().of(AzureVariant.LIST_ORDER);
    if (!order.equals(AzureVariant.LIST_ORDER.usual())) {
      long seed = call.request().target().path().hashCode() ^ call.now().toEpochMilli();
      Random random = new Random(seed);
      if (!AnswerObjects.listed(answer).isEmpty()) {
        answer.body().ifPresent(body -> mix((ObjectNode) body, order, random));
      }
      AnswerObjects.all(call, answer).forEach(object -> mix(object, order, random));
    }
    if (call.plays(AzureVariant.DNS_SERVER_ORDER, "reversed")) {
      AnswerObjects.all(call, answer).forEach(ListOrderStep::turn);
    }
    return answer;
  }

  private static void turn(ObjectNode object) {
    if (object.get("dnsServers") instanceof ArrayNode servers) {
      for (int i = servers.size() - 1; i > 0; i--) {
        servers.add(servers.remove(i - 1));
      }
    }
  }

  /** Shuffled anew at each moment of simulated time. */
  private static void mix(ObjectNode object, String order, Random random) {
    for (String name : UNORDERED) {
      if (object.get(name) instanceof ArrayNode array && array.size() > 1) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        if (order.equals("reversed")) {
          Collections.reverse(elements);
        } else {
          Collections.shuffle(elements, random);
        }
        array.removeAll().addAll(elements);
      }
    }
  }
}
