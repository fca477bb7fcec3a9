package io.github.hybridnet.simulator.arm.endpoint;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmCall;
import io.github.hybridnet.simulator.arm.PlatformEndpoint;
import io.github.hybridnet.simulator.arm.SimulationContext;
import io.github.hybridnet.simulator.arm.engine.Transaction;
import io.github.hybridnet.simulator.arm.error.AccessErrors;
import io.github.hybridnet.simulator.arm.error.ArmException;
import io.github.hybridnet.simulator.arm.id.AzureLocations;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.http.ServerResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The subscription, the tenant, their locations, and everything below the subscription. */
final class SubscriptionEndpoint {
  private static final String NAME = "hybridnet simulator";

  private final Transaction world;
  private final ArmCall call;
  private final SimulationContext.Account account;

  SubscriptionEndpoint(Transaction world, ArmCall call) {
    this.world = world;
    this.call = call;
    this.account = world.context().account();
  }

  /** Serves every path of Resource Manager. */
  ServerResponse serve() {
    Optional<ArmException> refusal = new ApiVersionLimit(world).refusal(call);
    if (refusal.isPresent()) {
      throw refusal.get();
    }
    if (call.is(0, "subscriptions")) {
      return call.size() == 1 ? read(list(subscription())) : below(call.segment(1));
    }
    if (call.is(0, "tenants") && call.size() == 1) {
      return read(list(tenant()));
    }
    if (call.is(0, "providers")) {
      return new ProviderEndpoint(world, call, Optional.empty()).serve(call.from(1));
    }
    throw call.unknown();
  }

  private ServerResponse below(String id) {
    if (!guid(id)) {
      throw AccessErrors.invalidSubscriptionId(id);
    }
    if (!id.equalsIgnoreCase(account.subscriptionId())) {
      throw AccessErrors.subscriptionNotFound(id);
    }
    for (PlatformEndpoint endpoint : world.types().endpoints()) {
      Optional<ServerResponse> answer = endpoint.serve(world, call);
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    String subscription = account.subscriptionId();
    List<String> rest = call.from(3);
    return switch (call.segment(2).toLowerCase(Locale.ROOT)) {
      case "" -> read(subscription());
      case "locations" -> rest.isEmpty() ? read(locations()) : nothing();
      case "resourcegroups" -> new ResourceGroupEndpoint(world, call, subscription).serve(rest);
      case "resources" -> rest.isEmpty() && call.gets() ? resources() : nothing();
      case "operationresults" ->
          rest.size() == 1
              ? new OperationStatusEndpoint(world, call).group(rest.get(0), subscription)
              : nothing();
      case "providers" -> new ProviderEndpoint(world, call, Optional.of(subscription)).serve(rest);
      default -> nothing();
    };
  }

  private ServerResponse resources() {
    return new ResourceListEndpoint(world, call).list(Optional.empty());
  }

  private ServerResponse nothing() {
    throw call.unknown();
  }

  private ServerResponse read(ObjectNode body) {
    if (!call.gets()) {
      throw call.wrongMethod();
    }
    return ServerResponse.json(200, body);
  }

  private static ObjectNode list(ObjectNode element) {
    ObjectNode body = JsonCodec.object();
    body.putArray("value").add(element);
    return body;
  }

  private ObjectNode subscription() {
    ObjectNode body = JsonCodec.object();
    body.put("id", "/subscriptions/" + account.subscriptionId());
    body.put("authorizationSource", "RoleBased");
    body.putArray("managedByTenants");
    body.put("subscriptionId", account.subscriptionId());
    body.put("tenantId", account.tenantId());
    body.put("displayName", NAME);
    body.put("state", "Enabled");
    body.putObject("subscriptionPolicies")
        .put("locationPlacementId", "Internal_2014-09-01")
        .put("quotaId", "Internal_2014-09-01")
        .put("spendingLimit", "Off");
    return body;
  }

  private ObjectNode tenant() {
    ObjectNode body = JsonCodec.object();
    body.put("id", "/tenants/" + account.tenantId());
    body.put("tenantId", account.tenantId());
    body.put("countryCode", "US").put("displayName", NAME).put("tenantCategory", "Home");
    body.putArray("domains");
    return body;
  }

  private ObjectNode locations() {
    ObjectNode body = JsonCodec.object();
    ArrayNode value = body.putArray("value");
    for (AzureLocations.Location location : AzureLocations.all()) {
      ObjectNode node = value.addObject();
      node.put(
          "id", "/subscriptions/" + account.subscriptionId() + "/locations/" + location.name());
      node.put("name", location.name()).put("type", "Region");
      node.put("displayName", location.displayName());
      node.put("regionalDisplayName", "(" + location.geography() + ") " + location.displayName());
      node.putObject("metadata")
          .put("regionType", "Physical")
          .put("regionCategory", "Recommended")
          .put("geographyGroup", location.geography());
      zones(node, location);
    }
    return body;
  }

  /** A region without zones has no such member. */
  private static void zones(ObjectNode node, AzureLocations.Location location) {
    for (String zone : location.zones()) {
      node.withArray("availabilityZoneMappings")
          .addObject()
          .put("logicalZone", zone)
          .put("physicalZone", location.name() + "-az" + zone);
    }
  }

  private static boolean guid(String text) {
    try {
      return UUID.fromString(text).toString().equalsIgnoreCase(text);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
