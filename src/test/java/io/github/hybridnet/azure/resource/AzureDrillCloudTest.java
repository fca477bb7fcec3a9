package io.github.hybridnet.azure.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.arm.ManagementLock;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.azure.FakeArm;
import io.github.hybridnet.azure.FakeService.Answer;
import io.github.hybridnet.drill.api.DrillCloud;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tags, locks and permissions. */
class AzureDrillCloudTest {
  private static final ResourceKey GROUP =
      new ResourceKey("s", "rg", ResourceType.RESOURCE_GROUP, "rg");
  private static final ResourceKey PEERING =
      new ResourceKey("s", "rg", ResourceType.PEERING, "er/AzurePrivatePeering");
  private static final String TAGS = GROUP.id() + "/providers/Microsoft.Resources/tags/default";
  private static final String LOCKS = "/providers/Microsoft.Authorization/locks";
  private static final String PERMISSIONS =
      PEERING.id() + "/providers/Microsoft.Authorization/permissions";
  private static final String WRITE = "Microsoft.Network/expressRouteCircuits/peerings/write";
  private static final String DELETE = "Microsoft.Network/expressRouteCircuits/peerings/delete";

  private final FakeArm arm = new FakeArm();
  private final DrillCloud drills = arm.cloud().drills();

  private String query(int request) {
    return arm.service.sent().get(request).query();
  }

  @Test
  void tagsAreReadBesideTheGroup() {
    arm.service.on(
        "GET " + TAGS,
        200,
        "{\"properties\":{\"tags\":{\"a\":\"1\",\"hybridnet-drill\":\"x y\"}}}");
    assertThat(drills.tags(GROUP)).isEqualTo(Map.of("a", "1", "hybridnet-drill", "x y"));
    assertThat(query(0)).isEqualTo("api-version=2021-04-01");
  }

  /** terraform-provider-azurerm issues 7139 and 26340. */
  @Test
  void tagsThatOneReadMissesAreReadAgain() {
    arm.service.on(
        "GET " + TAGS,
        Answer.of(200, "{\"properties\":{\"tags\":{}}}"),
        Answer.of(200, "{\"properties\":{\"tags\":{\"a\":\"1\"}}}"));
    assertThat(drills.tags(GROUP)).isEqualTo(Map.of("a", "1"));
  }

  @Test
  void groupWithoutTagsHasNone() {
    arm.service.on("GET " + TAGS, 200, "{\"id\":\"" + TAGS + "\",\"properties\":{}}");
    assertThat(drills.tags(GROUP)).isEmpty();
  }

  @Test
  void tagsAreMergedAndDeletedByNameAndValue() {
    arm.service.on("PATCH " + TAGS, 200, "{}");
    drills.mergeTags(GROUP, Map.of("t", "1"));
    drills.deleteTags(GROUP, Map.of("t", "1"));
    assertThat(arm.service.sent().get(0).body())
        .contains("\"operation\":\"Merge\"")
        .contains("\"properties\":{\"tags\":{\"t\":\"1\"}}");
    assertThat(arm.service.sent().get(1).body())
        .contains("\"operation\":\"Delete\"")
        .contains("\"properties\":{\"tags\":{\"t\":\"1\"}}");
    assertThat(arm.service.sent().get(1).header("Content-Type")).isEqualTo("application/json");
  }

  @Test
  void throttledTagsAreWrittenWhenTheServiceSaysSo() {
    arm.service.on(
        "PATCH " + TAGS,
        Answer.of(429, "{\"error\":{\"code\":\"SubscriptionRequestsThrottled\"}}")
            .with("Retry-After", "7"),
        Answer.of(200, "{}"));
    drills.mergeTags(GROUP, Map.of("t", "1"));
    assertThat(arm.time.slept()).containsExactly(Duration.ofSeconds(7));
  }

  @Test
  void tagsWhoseAnswerWasLostAreNotWrittenAgain() {
    arm.service.on("PATCH " + TAGS, Answer.none(new IOException("reset")), Answer.of(200, "{}"));
    assertThatThrownBy(() -> drills.mergeTags(GROUP, Map.of("t", "1")))
        .isInstanceOfSatisfying(
            CloudException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNREACHABLE));
    assertThat(arm.service.lines()).hasSize(1);
  }

  @Test
  void refusedTagsAreTold() {
    arm.service.on(
        "PATCH " + TAGS, 403, "{\"error\":{\"code\":\"AuthorizationFailed\",\"message\":\"no\"}}");
    assertThatThrownBy(() -> drills.mergeTags(GROUP, Map.of("t", "1")))
        .hasMessage("no")
        .isInstanceOfSatisfying(
            CloudException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNAUTHORIZED));
  }

  private static String lock(String scope, String name, String level) {
    return "{\"id\":\"%s%s/%s\",\"name\":\"%s\",\"properties\":{\"level\":\"%s\"}}"
        .formatted(scope, LOCKS, name, name, level);
  }

  @Test
  void allLocksOfTheListAreTold() {
    String circuit = GROUP.id() + "/providers/Microsoft.Network/expressRouteCircuits/er";
    arm.service.on(
        "GET " + PEERING.id() + LOCKS,
        Answer.of(
            200,
            "{\"value\":["
                + String.join(
                    ",",
                    lock("/subscriptions/S", "all", "CanNotDelete"),
                    lock("/subscriptions/s/resourcegroups/RG", "group", "ReadOnly"),
                    lock(circuit, "circuit", "ReadOnly"),
                    lock(circuit + "2", "sibling", "ReadOnly"))
                + "],\"nextLink\":\""
                + FakeArm.ENDPOINT
                + "/next\"}"));
    arm.service.on(
        "GET /next",
        200,
        "{\"value\":["
            + String.join(
                ",",
                lock(PEERING.id(), "own", "ReadOnly"),
                lock(PEERING.id() + "/connections/c", "child", "ReadOnly"),
                lock("/subscriptions/s/resourceGroups/rg2", "other", "ReadOnly"),
                lock(GROUP.id(), "none", "NotSpecified"))
            + "]}");
    assertThat(drills.locks(PEERING))
        .containsExactly(
            new ManagementLock("all", "CanNotDelete", "/subscriptions/S"),
            new ManagementLock("group", "ReadOnly", "/subscriptions/s/resourcegroups/RG"),
            new ManagementLock("circuit", "ReadOnly", circuit),
            new ManagementLock("sibling", "ReadOnly", circuit + "2"),
            new ManagementLock("own", "ReadOnly", PEERING.id()),
            new ManagementLock("child", "ReadOnly", PEERING.id() + "/connections/c"),
            new ManagementLock("other", "ReadOnly", "/subscriptions/s/resourceGroups/rg2"));
    assertThat(query(0)).isEqualTo("api-version=2017-04-01");
  }

  @Test
  void locksThatCannotBeReadAreAnError() {
    arm.service.on(
        "GET " + PEERING.id() + LOCKS,
        403,
        "{\"error\":{\"code\":\"AuthorizationFailed\",\"message\":\"no\"}}");
    assertThatThrownBy(() -> drills.locks(PEERING)).isInstanceOf(CloudException.class);
  }

  private List<String> forbidden(String entries) {
    arm.service.on("GET " + PERMISSIONS, 200, "{\"value\":[" + entries + "]}");
    return drills.lacking(PEERING, List.of(WRITE, DELETE));
  }

  @Test
  void ownersMayDoEverything() {
    assertThat(forbidden("{\"actions\":[\"*\"],\"notActions\":[]}")).isEmpty();
    assertThat(query(0)).isEqualTo("api-version=2022-04-01");
  }

  @Test
  void readersMayNotWrite() {
    assertThat(forbidden("{\"actions\":[\"*/read\"],\"notActions\":[]}"))
        .containsExactly(WRITE, DELETE);
  }

  @Test
  void whoHasNoRoleMayDoNothing() {
    assertThat(forbidden("")).containsExactly(WRITE, DELETE);
  }

  @Test
  void oneAssignmentMayAllowWhatAnotherExcludes() {
    assertThat(
            forbidden(
                "{\"actions\":[\"*\"],\"notActions\":[\"microsoft.network/*\"]},"
                    + "{\"actions\":[\"Microsoft.Network/expressRouteCircuits/*/WRITE\"]}"))
        .containsExactly(DELETE);
  }

  @Test
  void wildcardsStandForAnythingAndOtherCharactersForThemselves() {
    assertThat(
            forbidden(
                "{\"actions\":[\"Microsoft.Network/*/peerings/*\",\"MicrosoftXNetwork/*\"],"
                    + "\"notActions\":[\"*/delete\"]},"
                    + "{\"actions\":[\"Microsoft?Network/expressRouteCircuits/peerings/delete\"]}"))
        .containsExactly(DELETE);
  }
}
