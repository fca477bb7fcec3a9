package io.github.hybridnet.simulator.network.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.OperationAnswer;
import io.github.hybridnet.simulator.arm.OperationCompletion;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.TimedWork;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.network.relation.ConcurrencyGuard;
import io.github.hybridnet.simulator.network.resource.HiddenProperties;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.network.resource.LongRunningAction;
import io.github.hybridnet.simulator.network.resource.NetworkErrors;
import io.github.hybridnet.simulator.network.resource.ResourceCalls;

/** The configuration of point-to-site clients: packages, profiles, IPsec parameters. */
final class VpnProfiles {
  private static final String DURATION = "virtualNetworkGateways.action";
  private static final String PROFILE = "vpnProfile";
  private static final String POLICIES = "vpnClientIpsecPolicies";
  private static final String[] PARAMETERS = {
    "saLifeTimeSeconds",
    "saDataSizeKilobytes",
    "ipsecEncryption",
    "ipsecIntegrity",
    "ikeEncryption",
    "ikeIntegrity",
    "dhGroup",
    "pfsGroup"
  };

  private VpnProfiles() {}

  static ResourceCalls calls() {
    LongRunningAction profile =
        LongRunningAction.inquiry(
            DURATION, LongRunningAction.checked(VpnProfiles::client), VpnProfiles::make);
    return builder ->
        builder
            .call("POST", "generatevpnclientpackage", new ClientPackage(profile))
            .call("POST", "generatevpnprofile", profile)
            .call(
                "POST",
                "getvpnprofilepackageurl",
                LongRunningAction.inquiry(
                    DURATION, LongRunningAction.checked(VpnProfiles::client), VpnProfiles::url))
            .call("POST", "getvpnclientipsecparameters", VpnProfiles::parameters)
            .call(
                "POST",
                "setvpnclientipsecparameters",
                new LongRunningAction(
                    DURATION,
                    OperationAnswer.OperationLinks.ASYNC_OPERATION_AND_LOCATION,
                    VpnProfiles::checkParameters,
                    VpnProfiles::set));
  }

  /** Versions until the middle of 2017 answered 200, and with both headers. */
  private record ClientPackage(LongRunningAction now) implements ArmOperation {
    private static final String BY_LOCATION = "2017-08-01";

    @Override
    public OperationAnswer accept(ResourceRequest request) {
      if (request.since(BY_LOCATION)) {
        return now.accept(request);
      }
      client(request);
      return new OperationAnswer(
          200,
          NullNode.instance,
          false,
          OperationAnswer.OperationLinks.ASYNC_OPERATION_AND_LOCATION,
          TimedWork.lasting(DURATION));
    }

    @Override
    public JsonNode complete(OperationCompletion operationCompletion) {
      return now.complete(operationCompletion);
    }
  }

  /** Refuses a gateway without point-to-site settings. */
  private static void client(ResourceRequest request) {
    if (JsonMembers.at(settings(request.required()), "vpnClientAddressPool") == null) {
      throw NetworkErrors.refused(
          "VpnClientNotConfigured",
          "Virtual network gateway %s has no address pool for VPN clients."
              .formatted(request.id()));
    }
  }

  private static ObjectNode settings(ObjectNode gateway) {
    return JsonMembers.at(gateway, "properties", "vpnClientConfiguration")
            instanceof ObjectNode found
        ? found
        : JsonCodec.object();
  }

  /** The address of the package. No host has this name. */
  private static JsonNode make(OperationCompletion operationCompletion, ObjectNode gateway) {
    String url =
        "https://vpn-profiles.invalid/"
            + operationCompletion.world().ids().guid()
            + "/vpnclientconfiguration.zip";
    operationCompletion
        .world()
        .resources()
        .changeQuietly(
            operationCompletion.id(), stored -> HiddenProperties.put(stored, PROFILE, url));
    return JsonMembers.value(url);
  }

  private static JsonNode url(OperationCompletion operationCompletion, ObjectNode gateway) {
    return HiddenProperties.text(gateway, PROFILE)
        .map(JsonMembers::value)
        .orElse(NullNode.instance);
  }

  private static OperationAnswer parameters(ResourceRequest request) {
    client(request);
    return JsonMembers.objects(settings(request.required()), POLICIES).stream()
        .findFirst()
        .map(found -> OperationAnswer.plain(200, found))
        .orElseGet(() -> OperationAnswer.plain(200, NullNode.instance));
  }

  private static ObjectNode checkParameters(ResourceRequest request) {
    client(request);
    ConcurrencyGuard.refuse(request);
    ObjectNode body = request.body();
    for (String name : PARAMETERS) {
      if (JsonMembers.at(body, name) == null) {
        throw NetworkErrors.missingProperty(name, "");
      }
    }
    ObjectNode policy = JsonCodec.object();
    JsonMembers.copy(body, policy, PARAMETERS);
    return policy;
  }

  private static JsonNode set(OperationCompletion operationCompletion, ObjectNode gateway) {
    ObjectNode policy = operationCompletion.data();
    operationCompletion
        .world()
        .resources()
        .change(
            operationCompletion.id(),
            stored -> settings(stored).putArray(POLICIES).add(policy.deepCopy()));
    return policy;
  }
}
