package io.github.hybridnet.azure.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.arm.AsyncOperation;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.azure.FakeArm;
import io.github.hybridnet.azure.FakeService.Answer;
import io.github.hybridnet.engine.CloudClient.CallOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemovalTest {
  private static final ResourceKey GATEWAY =
      new ResourceKey("s", "rg", ResourceType.VIRTUAL_NETWORK_GATEWAY, "gw");
  private static final ResourceKey GROUP =
      new ResourceKey("s", "rg", ResourceType.RESOURCE_GROUP, "rg");
  private static final ResourceKey ADDRESS =
      new ResourceKey("s", "rg", ResourceType.PUBLIC_IP, "pip");
  private static final String PATH = GATEWAY.id();
  private static final String OPERATION = "/subscriptions/s/operations/1";
  private static final String RESULT = "/subscriptions/s/operationResults/1";
  private static final String ABSENT =
      "{\"error\":{\"code\":\"ResourceNotFound\",\"message\":\"not found\"}}";
  private static final String DELETING = "{\"properties\":{\"provisioningState\":\"Deleting\"}}";

  private final FakeArm arm = new FakeArm();
  private final List<AsyncOperation> told = new ArrayList<>();

  @Test
  void waitsUntilTheResourceIsGone() throws InterruptedException {
    arm.service
        .on("DELETE " + PATH, begun())
        .on("GET " + OPERATION, 200, "{\"status\":\"Succeeded\"}")
        .on("GET " + PATH, Answer.of(200, DELETING), Answer.of(404, ABSENT));

    delete(GATEWAY);

    assertThat(arm.service.lines())
        .containsExactly("DELETE " + PATH, "GET " + OPERATION, "GET " + PATH, "GET " + PATH);
    assertThat(arm.time.slept().get(0)).isEqualTo(Duration.ofSeconds(10));
    assertThat(told)
        .containsExactly(
            new AsyncOperation(FakeArm.ENDPOINT + OPERATION, FakeArm.ENDPOINT + RESULT, "req-1"));
  }

  @Test
  void whatIsNotThereIsRemoved() throws InterruptedException {
    arm.service.on("DELETE " + PATH, 204, "").on("DELETE " + GROUP.id(), 404, ABSENT);

    delete(GATEWAY);
    delete(GROUP);

    assertThat(arm.service.sent()).hasSize(2);
    assertThat(told).isEmpty();
  }

  @Test
  void anotherServersNotFoundRemovesNothing() {
    arm.service.on("DELETE " + PATH, 404, "<html>nothing here</html>");
    assertThatThrownBy(() -> delete(GATEWAY))
        .isInstanceOfSatisfying(
            CloudException.class, e -> assertThat(e.code()).isEqualTo("WebPage"));
  }

  @Test
  void aGroupIsGoneWhenItsJobHasEnded() throws InterruptedException {
    arm.service
        .on(
            "DELETE " + GROUP.id(),
            Answer.of(202, "")
                .with("Location", FakeArm.ENDPOINT + RESULT)
                .with("Retry-After", "15"))
        .on("GET " + RESULT, Answer.of(202, "").with("Retry-After", "15"), Answer.of(200, ""))
        .on("GET " + GROUP.id(), 404, ABSENT);

    delete(GROUP);

    assertThat(arm.service.sent().get(0).query()).isEqualTo("api-version=2025-04-01");
    assertThat(arm.time.slept().subList(0, 2))
        .containsExactly(Duration.ofSeconds(15), Duration.ofSeconds(15));
  }

  @Test
  void aGroupThatCannotBeRemovedSaysWhy() {
    arm.service
        .on("DELETE " + GROUP.id(), Answer.of(202, "").with("Location", FakeArm.ENDPOINT + RESULT))
        .on(
            "GET " + RESULT,
            409,
            "{\"Error\":{\"Code\":\"ResourceGroupDeletionBlocked\",\"Message\":\"In use.\"}}");
    assertFails(GROUP, Kind.REFUSED, "ResourceGroupDeletionBlocked");
  }

  @Test
  void aRefusedRemovalSaysWhy() {
    arm.service.on(
        "DELETE " + PATH,
        400,
        "{\"error\":{\"code\":\"VirtualNetworkGatewayCannotBeDeleted\",\"message\":\"No.\"}}");
    assertFails(GATEWAY, Kind.REFUSED, "VirtualNetworkGatewayCannotBeDeleted");
  }

  @Test
  void keepsToTheLimit() {
    arm.service
        .on("DELETE " + PATH, begun())
        .on("GET " + OPERATION, 200, "{\"status\":\"InProgress\"}")
        .on("GET " + PATH, 200, DELETING);
    assertFails(GATEWAY, Kind.TIMED_OUT, "StillRunning");
    assertThat(arm.time.slept().stream().reduce(Duration.ZERO, Duration::plus))
        .isEqualTo(Duration.ofMinutes(120));
  }

  @Test
  void anAddressWhoseUserHasGoneIsOnlyBusy() {
    arm.service
        .on("DELETE " + ADDRESS.id(), 400, inUse(PATH + "/ipConfigurations/c"))
        .on("GET " + PATH, Answer.of(200, DELETING), Answer.of(404, ABSENT));
    assertFails(ADDRESS, Kind.BUSY, "PublicIPAddressCannotBeDeleted");
    assertFails(ADDRESS, Kind.BUSY, "PublicIPAddressCannotBeDeleted");
  }

  @Test
  void anAddressWhoseUserStandsIsInUse() {
    arm.service
        .on("DELETE " + ADDRESS.id(), 400, inUse(PATH + "/ipConfigurations/c"))
        .on("GET " + PATH, 200, DELETING.replace("Deleting", "Succeeded"));
    assertFails(ADDRESS, Kind.REFUSED, "PublicIPAddressCannotBeDeleted");
  }

  @Test
  void anAddressWithAUserThatNobodyKnowsIsInUse() {
    String card =
        "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/networkInterfaces/n";
    arm.service
        .on("DELETE " + ADDRESS.id(), 400, inUse(PATH + " and " + card))
        .on("GET " + PATH, 404, ABSENT);
    assertFails(ADDRESS, Kind.REFUSED, "PublicIPAddressCannotBeDeleted");
  }

  @Test
  void aSubnetIsStillInUseForAWhile() {
    ResourceKey subnet = new ResourceKey("s", "rg", ResourceType.SUBNET, "hub/GatewaySubnet");
    arm.service
        .on(
            "DELETE " + subnet.id(),
            400,
            "{\"error\":{\"code\":\"InUseSubnetCannotBeDeleted\",\"message\":\"Subnet GatewaySubnet"
                + " is in use by "
                + PATH
                + "/ipConfigurations/c and cannot be deleted. In order to delete the subnet, delete"
                + " all the resources within the subnet.\"}}")
        .on("GET " + PATH, 404, ABSENT);
    assertFails(subnet, Kind.BUSY, "InUseSubnetCannotBeDeleted");
  }

  private static String inUse(String by) {
    return "{\"error\":{\"code\":\"PublicIPAddressCannotBeDeleted\",\"message\":\"Public IP address"
        + " "
        + ADDRESS.id()
        + " can not be deleted since it is still allocated to resource "
        + by
        + ". In order to delete the public IP, disassociate/detach it.\"}}";
  }

  private void delete(ResourceKey key) throws InterruptedException {
    arm.cloud().delete(key, new CallOptions(Duration.ofMinutes(120), told::add));
  }

  private void assertFails(ResourceKey key, Kind kind, String code) {
    assertThatThrownBy(() -> delete(key))
        .isInstanceOfSatisfying(
            CloudException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(kind);
              assertThat(e.code()).isEqualTo(code);
            });
  }

  private static Answer begun() {
    return Answer.of(202, "")
        .with("Azure-AsyncOperation", FakeArm.ENDPOINT + OPERATION)
        .with("Location", FakeArm.ENDPOINT + RESULT)
        .with("Retry-After", "10")
        .with("x-ms-request-id", "req-1");
  }
}
