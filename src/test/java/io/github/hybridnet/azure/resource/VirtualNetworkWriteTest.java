package io.github.hybridnet.azure.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.azure.FakeArm;
import io.github.hybridnet.azure.FakeService.Answer;
import io.github.hybridnet.azure.FakeService.Sent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A change of a virtual network sends nothing of what others have in it. */
class VirtualNetworkWriteTest {
  private static final ResourceKey KEY =
      new ResourceKey("s", "rg", ResourceType.VIRTUAL_NETWORK, "hub");
  private static final String PATH = KEY.id();
  private static final String WEB = PATH + "/subnets/web";
  private static final String APP = PATH + "/subnets/app";
  private static final String PEERINGS = PATH + "/virtualNetworkPeerings";
  private static final String STANDING =
      """
      {"name":"hub","location":"westus","etag":"W/1","tags":{"owner":"them"},
       "properties":{"provisioningState":"Succeeded","enableDdosProtection":false,"newer":{"a":1},
        "addressSpace":{"addressPrefixes":["10.0.0.0/16"]},
        "subnets":[
         {"id":"/theirs","name":"theirs","properties":{"addressPrefix":"10.0.9.0/24"}},
         {"id":"/web","name":"web","properties":{"addressPrefix":"10.0.1.0/24"}}],
        "virtualNetworkPeerings":[{"id":"/p","name":"spoke","properties":{
          "remoteVirtualNetwork":{"id":"/subscriptions/other/spoke-vnet"}}}]}}
      """;
  private static final String STANDING_WEB =
      """
      {"id":"WEB","name":"web","etag":"W/7","properties":{"addressPrefix":"10.0.1.0/24",
        "provisioningState":"Succeeded","routeTable":{"id":"/their-table"},"newer":2}}
      """
          .replace("WEB", WEB);

  private static final String BEHIND =
      """
      {"id":"/b","name":"behind","etag":"W/3","properties":{"peeringSyncLevel":"RemoteNotInSync",
        "allowGatewayTransit":true,"newer":7,"peeringState":"Connected",
        "remoteVirtualNetwork":{"id":"/spoke"},
        "remoteAddressSpace":{"addressPrefixes":["10.9.0.0/16"]}}}
      """;

  private final FakeArm arm = new FakeArm();

  @Test
  void tagsAloneAreWrittenAlone() throws InterruptedException {
    arm.service.on("GET " + PATH, 200, STANDING).on("PATCH " + PATH, 200, STANDING);

    apply(Map.of("tags", Map.of("Cost", "42")));

    assertThat(arm.service.lines()).containsExactly("GET " + PATH, "PATCH " + PATH, "GET " + PATH);
    assertThat(arm.service.sent().get(1).body())
        .isEqualTo("{\"tags\":{\"owner\":\"them\",\"Cost\":\"42\"}}");
  }

  @Test
  void addressSpaceIsWrittenWithoutThePeerings() throws InterruptedException {
    arm.service
        .on("GET " + PATH, 200, STANDING)
        .on("PUT " + PATH, 200, STANDING)
        .on("GET " + PEERINGS, 200, "{\"value\":[]}");

    applyAddressSpace();

    assertThat(arm.service.lines())
        .containsExactly("GET " + PATH, "PUT " + PATH, "GET " + PEERINGS, "GET " + PATH);
    assertThat(arm.service.sent().get(1).body())
        .contains("[\"10.0.0.0/16\",\"10.1.0.0/16\"]", "\"newer\":{\"a\":1}", "them")
        .contains("{\"id\":\"/theirs\",\"name\":\"theirs\"")
        .doesNotContain("virtualNetworkPeerings", "spoke");
    assertThat(arm.service.sent().get(1).header("If-Match")).isEqualTo("W/1");
  }

  @Test
  void aSubnetIsWrittenAtItsOwnAddressOverWhatStandsThere() throws InterruptedException {
    arm.service
        .on("GET " + PATH, 200, STANDING)
        .on("GET " + WEB, 200, STANDING_WEB)
        .on("PUT " + WEB, 200, STANDING_WEB);

    apply(subnets(subnet("web", "10.0.1.0/24", "/our-group")));

    assertThat(arm.service.lines())
        .containsExactly("GET " + PATH, "GET " + WEB, "PUT " + WEB, "GET " + PATH);
    Sent put = arm.service.sent().get(2);
    assertThat(put.body())
        .contains("/our-group", "/their-table", "\"newer\":2", "\"addressPrefix\":\"10.0.1.0/24\"")
        .doesNotContain("theirs", "provisioningState");
    assertThat(put.header("If-Match")).isEqualTo("W/7");
  }

  @Test
  void aNewSubnetFollowsTheAddressSpaceThatItNeeds() throws InterruptedException {
    arm.service
        .on("GET " + PATH, 200, STANDING)
        .on("PUT " + PATH, 200, STANDING)
        .on("GET " + APP, 404, "{\"error\":{\"code\":\"NotFound\",\"message\":\"no\"}}")
        .on("PUT " + APP, 201, STANDING_WEB)
        .on("GET " + PEERINGS, 200, "{\"value\":[]}");

    apply(
        Map.of(
            "properties",
            Map.of(
                "addressSpace",
                Map.of("addressPrefixes", List.of("10.1.0.0/16")),
                "subnets",
                List.of(subnet("app", "10.1.1.0/24", null)))));

    assertThat(arm.service.lines())
        .containsExactly(
            "GET " + PATH,
            "PUT " + PATH,
            "GET " + APP,
            "PUT " + APP,
            "GET " + PEERINGS,
            "GET " + PATH);
    assertThat(arm.service.sent().get(1).body()).doesNotContain("\"app\"");
    assertThat(arm.service.sent().get(3).body())
        .contains("\"app\"", "10.1.1.0/24")
        .doesNotContain("theirs");
    assertThat(arm.service.sent().get(3).header("If-Match")).isNull();
  }

  /** One prefix may only become free when another one moves. */
  @Test
  void subnetsThatChangePlacesAreWrittenTogether() throws InterruptedException {
    arm.service.on("GET " + PATH, 200, STANDING).on("PUT " + PATH, 200, STANDING);

    apply(subnets(subnet("web", "10.0.2.0/24", null), subnet("app", "10.0.1.0/24", null)));

    assertThat(arm.service.lines()).containsExactly("GET " + PATH, "PUT " + PATH, "GET " + PATH);
    assertThat(arm.service.sent().get(1).body())
        .contains("10.0.2.0/24", "\"app\"", "theirs")
        .doesNotContain("virtualNetworkPeerings");
  }

  @Test
  void aNetworkThatFailedIsWrittenAgain() throws InterruptedException {
    String failed = STANDING.replaceFirst("Succeeded", "Failed");
    arm.service
        .on("GET " + PATH, Answer.of(200, failed), Answer.of(200, STANDING))
        .on("PUT " + PATH, 200, STANDING);

    apply(subnets(subnet("web", "10.0.1.0/24", null)));

    assertThat(arm.service.lines()).containsExactly("GET " + PATH, "PUT " + PATH, "GET " + PATH);
    assertThat(arm.service.sent().get(1).body()).doesNotContain("virtualNetworkPeerings");
  }

  @ParameterizedTest
  @CsvSource({"200, ''", "403, LinkedAuthorizationFailed", "400, RemotePeeringIsDisconnected"})
  void ourSideOfAPeeringIsSynchronisedWhereThatIsAllowed(int status, String code)
      throws InterruptedException {
    String answer =
        code.isEmpty() ? "{}" : "{\"error\":{\"code\":\"" + code + "\",\"message\":\"No.\"}}";
    arm.service
        .on("GET " + PATH, 200, STANDING)
        .on("PUT " + PATH, 200, STANDING)
        .on(
            "GET " + PEERINGS,
            200,
            """
            {"value":[{"id":"/a","name":"in-step","properties":{"peeringSyncLevel":"FullyInSync"}},
              {"id":"/b","name":"behind","properties":{"peeringSyncLevel":"RemoteNotInSync"}}]}
            """)
        .on("GET " + PEERINGS + "/behind", 200, BEHIND)
        .on("PUT " + PEERINGS + "/behind", status, answer);

    applyAddressSpace();

    Sent put = arm.service.sent().get(4);
    assertThat(put.line()).isEqualTo("PUT " + PEERINGS + "/behind");
    assertThat(put.query()).contains("syncRemoteAddressSpace=true", "api-version=");
    assertThat(put.header("If-Match")).isEqualTo("W/3");
    assertThat(put.body())
        .contains("\"allowGatewayTransit\":true", "\"newer\":7", "/spoke")
        .doesNotContain("peeringState", "peeringSyncLevel", "remoteAddressSpace");
  }

  /** A list may lag behind, and leaves members out that a write would then remove. */
  @Test
  void aPeeringThatIsInStepByItsOwnAnswerIsNotWritten() throws InterruptedException {
    arm.service
        .on("GET " + PATH, 200, STANDING)
        .on("PUT " + PATH, 200, STANDING)
        .on(
            "GET " + PEERINGS,
            200,
            "{\"value\":[{\"id\":\"/b\",\"name\":\"behind\","
                + "\"properties\":{\"peeringSyncLevel\":\"RemoteNotInSync\"}}]}")
        .on("GET " + PEERINGS + "/behind", 200, BEHIND.replace("RemoteNotInSync", "FullyInSync"));

    applyAddressSpace();

    assertThat(arm.service.lines()).doesNotContain("PUT " + PEERINGS + "/behind");
  }

  @Test
  void peeringsThatMustNotBeReadStayAsTheyAre() throws InterruptedException {
    arm.service
        .on("GET " + PATH, 200, STANDING)
        .on("PUT " + PATH, 200, STANDING)
        .on("GET " + PEERINGS, 403, "{\"error\":{\"code\":\"AuthorizationFailed\"}}");

    applyAddressSpace();

    assertThat(arm.service.lines())
        .containsExactly("GET " + PATH, "PUT " + PATH, "GET " + PEERINGS, "GET " + PATH);
  }

  private static Map<String, Object> subnet(String name, String prefix, String group) {
    Map<String, Object> properties =
        group == null
            ? Map.of("addressPrefix", prefix)
            : Map.of("addressPrefix", prefix, "networkSecurityGroup", Map.of("id", group));
    return Map.of("name", name, "properties", properties);
  }

  @SafeVarargs
  private static Map<String, Object> subnets(Map<String, Object>... subnets) {
    return Map.of("properties", Map.of("subnets", List.of(subnets)));
  }

  private void applyAddressSpace() throws InterruptedException {
    apply(
        Map.of(
            "properties",
            Map.of("addressSpace", Map.of("addressPrefixes", List.of("10.1.0.0/16")))));
  }

  private void apply(Map<String, Object> declared) throws InterruptedException {
    arm.change(KEY, declared);
  }
}
