package io.github.hybridnet.azure.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.azure.FakeArm;
import io.github.hybridnet.drill.api.DrillCloud;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer that is not about what was asked proves neither that something stands nor not. */
@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StrangeAnswersTest {
  private static final ResourceKey GROUP =
      new ResourceKey("s", "rg", ResourceType.RESOURCE_GROUP, "rg");
  private static final ResourceKey NETWORK =
      new ResourceKey("s", "rg", ResourceType.VIRTUAL_NETWORK, "hub");
  private static final ResourceKey GATEWAY =
      new ResourceKey("s", "rg", ResourceType.VIRTUAL_NETWORK_GATEWAY, "gw");
  private static final String AUTHORIZATION = "/providers/Microsoft.Authorization/";

  private final FakeArm arm = new FakeArm();
  private final DrillCloud drills = arm.cloud().drills();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"message\":\"Please log in\"}",
        "{\"properties\":{}}",
        "{\"id\":7,\"properties\":{}}",
        "{\"id\":\"/subscriptions/s/resourceGroups/rg\",\"properties\":{}}",
        "{\"id\":\"/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks"
            + "/hub2\",\"properties\":{}}",
        "{\"id\":\"/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks"
            + "/hub\"}",
        "{\"id\":\"/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks"
            + "/hub\",\"properties\":7}",
        "{\"id\":\"/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks"
            + "/hub\",\"properties\":{\"subnets\":7}}",
        "{\"id\":\"/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks"
            + "/hub\",\"properties\":{},\"location\":[]}",
        "{\"id\":\"/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks"
            + "/hub\",\"properties\":{},\"location\":{}}",
        "{\"id\":\"/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks"
            + "/hub\",\"properties\":{},\"tags\":{\"a\":[]}}",
        "{\"id\":\"/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks"
            + "/hub\",\"properties\":{\"provisioningState\":[[]]}}"
      })
  void ofAResource(String body) {
    arm.service.raw("GET " + NETWORK.id(), 200, body);
    assertUnreadable(() -> arm.cloud().read(NETWORK));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Http404", "PageNotFound", "404", "RouteNotFound", "SubscriptionNotFound"})
  void anAbsenceThatAzureDoesNotTellLikeThat(String code) {
    arm.service.on(
        "GET " + NETWORK.id(), 404, "{\"error\":{\"code\":\"" + code + "\",\"message\":\"\"}}");
    assertThatThrownBy(() -> arm.cloud().read(NETWORK))
        .isInstanceOfSatisfying(CloudException.class, e -> assertThat(e.status()).isEqualTo(404));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"value\":[{\"id\":\"/nonsense\"}]}",
        "{\"value\":[{\"name\":\"c\"}]}",
        "{\"value\":[{\"id\":\"/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network"
            + "/virtualNetworks/hub\"}]}",
        "{\"message\":\"Please log in\"}"
      })
  void ofTheConnectionsOfAGateway(String body) {
    arm.service.on("GET " + GATEWAY.id() + "/connections", 200, body);
    assertUnreadable(() -> arm.cloud().connectionsOf(GATEWAY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"value\":[{\"id\":\"/nonsense\",\"properties\":{\"level\":\"ReadOnly\"}}]}",
        "{\"value\":[{\"id\":\"/x/providers/Microsoft.Authorization/locks/l\"}]}",
        "{\"value\":[{\"id\":\"/x/providers/Microsoft.Authorization/locks/l\",\"properties\":{}}]}",
        "{\"value\":[{\"id\":\"/x/providers/Microsoft.Authorization/locks/l\","
            + "\"properties\":{\"level\":7}}]}",
        "{\"value\":[{\"properties\":{\"level\":\"ReadOnly\"}}]}",
        "{}"
      })
  void ofLocks(String body) {
    arm.service.on("GET " + GATEWAY.id() + AUTHORIZATION + "locks", 200, body);
    assertUnreadable(() -> drills.locks(GATEWAY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"value\":[{\"actions\":\"*\"}]}",
        "{\"value\":[{\"actions\":[\"*\"],\"notActions\":\"*\"}]}",
        "{\"value\":[{\"actions\":[7]}]}",
        "{\"value\":[{\"actions\":{}}]}",
        "{\"value\":7}",
        "{\"permissions\":[]}"
      })
  void ofPermissions(String body) {
    arm.service.on("GET " + GATEWAY.id() + AUTHORIZATION + "permissions", 200, body);
    assertUnreadable(() -> drills.lacking(GATEWAY, List.of("a/write")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"properties\":{}}",
        "{\"properties\":{\"tags\":7}}",
        "{\"properties\":{\"tags\":{\"a\":7}}}",
        "{\"id\":\"/other\",\"properties\":{\"tags\":{}}}",
        "{\"tags\":{}}"
      })
  void ofTags(String body) {
    arm.service.raw("GET " + GROUP.id() + "/providers/Microsoft.Resources/tags/default", 200, body);
    assertUnreadable(() -> drills.tags(GROUP));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[7]",
        "[{}]",
        "[{\"peeringLocation\":\"x\"}]",
        "[{\"status\":\"Running\"}]"
      })
  void ofSiteFailoverTests(String body) {
    arm.service.on("POST " + GATEWAY.id() + "/getFailoverAllTestsDetails", 200, body);
    assertUnreadable(() -> drills.isSiteTestRunning(GATEWAY, "x"));
  }

  private static void assertUnreadable(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            CloudException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(CloudException.Kind.UNREADABLE);
              assertThat(e.code()).isEqualTo("UnreadableAnswer");
            })
        .hasMessageMatching("The answer( about .+)? could not be understood: .+");
  }
}
