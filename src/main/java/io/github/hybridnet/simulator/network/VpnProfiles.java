package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.Answer;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.ArmRequest;
import io.github.hybridnet.simulator.arm.Completion;
import io.github.hybridnet.simulator.arm.Work;

/** What point-to-site clients are configured with: packages, profiles, IPsec parameters. */
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
    Report profile =
        new Report(
            DURATION,
            Answer.Links.LOCATION,
            Report.checked(VpnProfiles::client),
            VpnProfiles::make);
    return builder ->
        builder
            .call("POST", "generatevpnclientpackage", new ClientPackage(profile))
            .call("POST", "generatevpnprofile", profile)
            .call(
                "POST",
                "getvpnprofilepackageurl",
                new Report(
                    DURATION,
                    Answer.Links.LOCATION,
                    Report.checked(VpnProfiles::client),
                    VpnProfiles::url))
            .call("POST", "getvpnclientipsecparameters", VpnProfiles::parameters)
            .call(
                "POST",
                "setvpnclientipsecparameters",
                new Report(
                    DURATION,
                    Answer.Links.ASYNC_OPERATION_AND_LOCATION,
                    VpnProfiles::checkParameters,
                    VpnProfiles::set));
  }

  /** Versions until the middle of 2017 answered 200, and with both headers. */
  private record ClientPackage(Report now) implements ArmOperation {
    private static final String BY_LOCATION = "2017-08-01";

    @Override
    public Answer accept(ArmRequest request) {
      if (request.since(BY_LOCATION)) {
        return now.accept(request);
      }
      client(request);
      return new Answer(
          200,
          NullNode.instance,
          false,
          Answer.Links.ASYNC_OPERATION_AND_LOCATION,
          Work.lasting(DURATION));
    }

    @Override
    public JsonNode complete(Completion completion) {
      return now.complete(completion);
    }
  }

  /** Refuses a gateway without point-to-site settings. */
  private static void client(ArmRequest request) {
    if (Json.at(settings(request.required()), "vpnClientAddressPool") == null) {
      throw NetworkErrors.refused(
          "VpnClientNotConfigured",
          "Virtual network gateway %s has no address pool for VPN clients."
              .formatted(request.id()));
    }
  }

  private static ObjectNode settings(ObjectNode gateway) {
    return Json.at(gateway, "properties", "vpnClientConfiguration") instanceof ObjectNode found
        ? found
        : Json.object();
  }

  /** The address of the package. Nothing is there: no host has such a name. */
  private static JsonNode make(Completion completion, ObjectNode gateway) {
    String url =
        "https://vpn-profiles.invalid/"
            + completion.world().ids().guid()
            + "/vpnclientconfiguration.zip";
    completion
        .world()
        .resources()
        .changeQuietly(completion.id(), stored -> Hidden.put(stored, PROFILE, url));
    return Json.value(url);
  }

  private static JsonNode url(Completion completion, ObjectNode gateway) {
    return Hidden.text(gateway, PROFILE).map(Json::value).orElse(NullNode.instance);
  }

  private static Answer parameters(ArmRequest request) {
    client(request);
    return Json.objects(settings(request.required()), POLICIES).stream()
        .findFirst()
        .map(found -> Answer.plain(200, found))
        .orElseGet(() -> Answer.plain(200, NullNode.instance));
  }

  private static ObjectNode checkParameters(ArmRequest request) {
    client(request);
    Busy.refuse(request);
    ObjectNode body = request.body();
    for (String name : PARAMETERS) {
      if (Json.at(body, name) == null) {
        throw NetworkErrors.missingProperty(name, "");
      }
    }
    ObjectNode policy = Json.object();
    Json.copy(body, policy, PARAMETERS);
    return policy;
  }

  private static JsonNode set(Completion completion, ObjectNode gateway) {
    ObjectNode policy = completion.data();
    completion
        .world()
        .resources()
        .change(
            completion.id(), stored -> settings(stored).putArray(POLICIES).add(policy.deepCopy()));
    return policy;
  }
}
