package io.github.hybridnet.azure.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.azure.FakeArm;
import io.github.hybridnet.azure.FakeService.Answer;
import io.github.hybridnet.engine.GatewayRoutingClient.BgpPeer;
import io.github.hybridnet.engine.GatewayRoutingClient.LearnedRoute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AzureGatewayRoutingClientTest {
  private static final ResourceKey GATEWAY =
      new ResourceKey("s", "rg", ResourceType.VIRTUAL_NETWORK_GATEWAY, "gw");
  private static final String PEERS = GATEWAY.id() + "/getBgpPeerStatus";
  private static final String ROUTES = GATEWAY.id() + "/getLearnedRoutes";
  private static final String RESULT = "/subscriptions/s/operationResults/1";

  private final FakeArm arm = new FakeArm();

  @Test
  void itsPeersAreTheResultOfAnOperation() throws InterruptedException {
    arm.service
        .on("POST " + PEERS, accepted())
        .on(
            "GET " + RESULT,
            Answer.of(202, "null"),
            Answer.of(
                200,
                "{\"value\":[{\"localAddress\":\"10.0.255.254\",\"neighbor\":\"192.168.0.1\","
                    + "\"asn\":4200000000,\"state\":\"Connected\",\"routesReceived\":3},"
                    + "{\"neighbor\":\"192.168.0.2\"}]}"));

    assertThat(arm.cloud().views().bgpPeers(GATEWAY))
        .containsExactly(
            new BgpPeer("192.168.0.1", 4200000000L, "Connected", 3),
            new BgpPeer("192.168.0.2", 0, "", 0));
    assertThat(arm.service.lines())
        .containsExactly("POST " + PEERS, "GET " + RESULT, "GET " + RESULT);
  }

  @Test
  void itsRoutesMayComeAtOnce() throws InterruptedException {
    arm.service.on(
        "POST " + ROUTES,
        200,
        "{\"value\":[{\"network\":\"192.168.0.0/16\",\"nextHop\":\"10.0.255.254\",\"sourcePeer\":"
            + "\"10.0.255.245\",\"origin\":\"EBgp\",\"asPath\":\"12076-65001\",\"weight\":32769}]}");

    assertThat(arm.cloud().views().learnedRoutes(GATEWAY))
        .containsExactly(
            new LearnedRoute(
                "192.168.0.0/16", "10.0.255.254", "10.0.255.245", "EBgp", "12076-65001", 32769));
  }

  @Test
  void aGatewayWithoutRoutesHasNone() throws InterruptedException {
    arm.service.on("POST " + ROUTES, accepted()).on("GET " + RESULT, 200, "{\"value\":[]}");
    assertThat(arm.cloud().views().learnedRoutes(GATEWAY)).isEmpty();
  }

  /** Routes that are gone prove that ExpressRoute is away; an answer without routes does not. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"value\":null}",
        "null",
        "",
        "[]",
        "{\"message\":\"Please log in\"}",
        "{\"value\":[{}]}",
        "{\"value\":[7]}",
        "<html>"
      })
  void anAnswerThatIsNoTableIsNotTakenForAnEmptyOne(String body) {
    arm.service.on("POST " + ROUTES, accepted()).on("GET " + RESULT, 200, body);
    assertThatThrownBy(() -> arm.cloud().views().learnedRoutes(GATEWAY))
        .isInstanceOfSatisfying(
            CloudException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNREADABLE))
        .hasMessageStartingWith(
            "The answer about learned routes of the virtual network gateway gw could not be"
                + " understood: ");
  }

  @Test
  void anAbsentGatewayIsAnError() {
    arm.service.on(
        "POST " + PEERS,
        404,
        "{\"error\":{\"code\":\"ResourceNotFound\",\"message\":\"not found\"}}");
    assertThatThrownBy(() -> arm.cloud().views().bgpPeers(GATEWAY))
        .isInstanceOfSatisfying(
            CloudException.class, e -> assertThat(e.code()).isEqualTo("ResourceNotFound"));
  }

  @Test
  void aForgottenResultIsAnErrorThatSaysSo() {
    arm.service.on("POST " + PEERS, accepted()).on("GET " + RESULT, 404, "");
    assertThatThrownBy(() -> arm.cloud().views().bgpPeers(GATEWAY))
        .isInstanceOfSatisfying(
            CloudException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(Kind.FAILED);
              assertThat(e.code()).isEqualTo("ResultMissing");
            })
        .hasMessage(
            "Azure no longer has the list of BGP peers of the virtual network gateway gw. Ask"
                + " again.");
  }

  @Test
  void aResultThatDoesNotComeIsNotWaitedForForever() {
    arm.service.on("POST " + PEERS, accepted()).on("GET " + RESULT, 202, "null");
    assertThatThrownBy(() -> arm.cloud().views().bgpPeers(GATEWAY))
        .isInstanceOfSatisfying(
            CloudException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TIMED_OUT))
        .hasMessage(
            "Azure did not return the list of BGP peers of the virtual network gateway gw within 5"
                + " minutes. Ask again.");
  }

  private static Answer accepted() {
    return Answer.of(202, "null").with("Location", FakeArm.ENDPOINT + RESULT);
  }
}
