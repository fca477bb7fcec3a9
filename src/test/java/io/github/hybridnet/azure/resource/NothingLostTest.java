package io.github.hybridnet.azure.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.azure.FakeArm;
import io.github.hybridnet.azure.json.JsonTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What somebody else wrote, in a newer version of Azure too, survives an update of ours. */
class NothingLostTest {
  private static final String NEW = "somebodyElses";
  private static final int RUNS = 40;

  private static final Map<ResourceType, String> STANDING =
      Map.of(
          ResourceType.VIRTUAL_NETWORK,
              """
              {"addressSpace":{"addressPrefixes":["10.0.0.0/16"]},"dhcpOptions":{"dnsServers":[]},
               "subnets":[{"id":"/a","name":"a","properties":{"addressPrefix":"10.0.1.0/24",
                 "delegations":[{"name":"d","properties":{"serviceName":"Microsoft.X/y"}}]}},
                {"id":"/b","name":"b","properties":{"addressPrefixes":["10.0.2.0/24"]}}]}
              """,
          ResourceType.NETWORK_SECURITY_GROUP,
              """
              {"securityRules":[{"name":"r","properties":{"priority":100,"access":"Deny",
                "direction":"Inbound","protocol":"*","sourcePortRange":"*"}}],"flushConnection":true}
              """,
          ResourceType.VIRTUAL_NETWORK_GATEWAY,
              """
              {"gatewayType":"Vpn","sku":{"name":"VpnGw1AZ","tier":"VpnGw1AZ"},
               "ipConfigurations":[{"id":"/i","name":"default","properties":{"subnet":{"id":"/s"}}}],
               "bgpSettings":{"asn":65515,"bgpPeeringAddresses":[{"ipconfigurationId":"/i",
                 "customBgpIpAddresses":[]}]},
               "natRules":[{"name":"n","properties":{"type":"Static","mode":"EgressSnat"}}],
               "vpnClientConfiguration":{"vpnClientAddressPool":{"addressPrefixes":["172.16.0.0/24"]}}}
              """,
          ResourceType.LOCAL_NETWORK_GATEWAY,
              """
              {"gatewayIpAddress":"203.0.113.1",
               "localNetworkAddressSpace":{"addressPrefixes":["192.168.0.0/16"]}}
              """,
          ResourceType.CIRCUIT,
              """
              {"serviceProviderProperties":{"serviceProviderName":"Equinix","bandwidthInMbps":50},
               "peerings":[{"name":"AzurePrivatePeering","properties":{"vlanId":100,"peerASN":65001,
                 "ipv6PeeringConfig":{"state":"Enabled"}}}]}
              """);

  @ParameterizedTest
  @EnumSource(
      value = ResourceType.class,
      names = {
        "VIRTUAL_NETWORK",
        "NETWORK_SECURITY_GROUP",
        "VIRTUAL_NETWORK_GATEWAY",
        "LOCAL_NETWORK_GATEWAY",
        "CIRCUIT"
      })
  void unknownMembersSurviveAtAnyDepth(ResourceType type) throws InterruptedException {
    for (long seed = 0; seed < RUNS; seed++) {
      Random random = new Random(seed);
      List<String> places = new ArrayList<>();
      Map<String, Object> standing = json("{\"location\":\"westus\"}");
      standing.put("sku", json("{\"name\":\"Premium_UnlimitedData\"}"));
      standing.put("properties", strewn(json(STANDING.get(type)), "/properties", places, random));

      Map<String, Object> written = updated(type, standing, "{\"owner\":\"us\"}");

      assertThat(places(written, ""))
          .as("%s, seed %d, of %s", type, seed, places)
          .containsExactlyInAnyOrderElementsOf(places);
      assertThat(written.toString()).contains("owner");
    }
  }

  @Test
  void aSecretInAPlaceThatNobodyKnowsIsMaskedAndWrittenBack() throws InterruptedException {
    Map<String, Object> standing =
        json(
            "{\"properties\":{\"enableDdosProtection\":false,\"new\":{\"preSharedKey\":"
                + "\"canary-1\",\"adminPassword\":\"canary-2\"}}}");
    FakeArm arm = new FakeArm();
    ResourceKey key = key(ResourceType.VIRTUAL_NETWORK);
    arm.service.on("GET " + key.id(), 200, JsonTree.write(standing));

    assertThat(arm.cloud().read(key).orElseThrow().toString()).doesNotContain("canary");
    assertThat(updated(ResourceType.VIRTUAL_NETWORK, standing, "{\"a\":\"b\"}").toString())
        .contains("canary-1", "canary-2");
  }

  @Test
  void numbersAndListsAreSentAsTheyCame() throws InterruptedException {
    Map<String, Object> standing =
        json(
            "{\"properties\":{\"flowTimeoutInMinutes\":4,\"new\":[[1,2.5],[],{\"a\":4294967295}],"
                + "\"newer\":{}}}");
    Map<String, Object> written = updated(ResourceType.VIRTUAL_NETWORK, standing, "{\"a\":\"b\"}");
    assertThat(written.get("properties")).isEqualTo(standing.get("properties"));
  }

  private static Map<String, Object> updated(
      ResourceType type, Map<String, Object> standing, String tags) throws InterruptedException {
    FakeArm arm = new FakeArm();
    ResourceKey key = key(type);
    arm.service
        .on("GET " + key.id(), 200, JsonTree.write(standing))
        .on("PUT " + key.id(), 200, "{\"properties\":{\"provisioningState\":\"Succeeded\"}}");
    Map<String, Object> declared = new LinkedHashMap<>();
    declared.put("location", "westus2");
    declared.put("tags", json(tags));

    arm.change(key, declared);

    return json(arm.service.sent().get(1).body());
  }

  /** The same with new members in some of its objects, whose places are noted. */
  private static Object strewn(Object value, String place, List<String> places, Random random) {
    if (value instanceof List<?> list) {
      List<Object> elements = new ArrayList<>();
      for (int i = 0; i < list.size(); i++) {
        elements.add(strewn(list.get(i), place + "/" + i, places, random));
      }
      return elements;
    }
    if (!(value instanceof Map<?, ?> map)) {
      return value;
    }
    Map<String, Object> members = new LinkedHashMap<>();
    map.forEach(
        (name, member) ->
            members.put(String.valueOf(name), strewn(member, place + "/" + name, places, random)));
    if (random.nextInt(3) == 0) {
      members.put(NEW, random.nextBoolean() ? Map.of("x", List.of(1)) : random.nextInt());
      places.add(place);
    }
    return members;
  }

  private static List<String> places(Object value, String place) {
    List<String> places = new ArrayList<>();
    if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        places.addAll(places(list.get(i), place + "/" + i));
      }
    } else if (value instanceof Map<?, ?> map) {
      if (map.containsKey(NEW)) {
        places.add(place);
      }
      map.forEach((name, member) -> places.addAll(places(member, place + "/" + name)));
    }
    return places;
  }

  private static ResourceKey key(ResourceType type) {
    return new ResourceKey("s", "rg", type, "it");
  }

  private static Map<String, Object> json(String text) {
    return JsonTree.read(text).orElseThrow();
  }
}
