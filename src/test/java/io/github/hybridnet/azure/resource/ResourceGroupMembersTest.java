package io.github.hybridnet.azure.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.azure.FakeArm;
import io.github.hybridnet.azure.FakeService.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A group goes with all that is in it: only what several lists agree on is empty. */
class ResourceGroupMembersTest {
  private static final ResourceKey GROUP =
      new ResourceKey("s", "rg", ResourceType.RESOURCE_GROUP, "rg");
  private static final String OWN = GROUP.id() + "/resources";
  private static final String EVERYWHERE = "/subscriptions/s/resources";
  private static final String EMPTY = "{\"value\":[]}";
  private static final String NO_GROUP =
      "{\"error\":{\"code\":\"ResourceGroupNotFound\",\"message\":\"not found\"}}";

  static final List<String> LISTS =
      List.of(
          OWN,
          EVERYWHERE,
          list("virtualNetworks"),
          list("networkSecurityGroups"),
          list("publicIPAddresses"),
          list("localNetworkGateways"),
          list("virtualNetworkGateways"),
          list("connections"),
          list("expressRouteCircuits"));

  private final FakeArm arm = new FakeArm();

  private static String list(String type) {
    return GROUP.id() + "/providers/Microsoft.Network/" + type;
  }

  private void others(String but) {
    LISTS.stream()
        .filter(path -> !path.equals(but))
        .forEach(path -> arm.service.on("GET " + path, 200, EMPTY));
  }

  @Test
  void itsListIsAllItsPages() {
    others(OWN);
    arm.service.on(
        "GET " + OWN,
        Answer.of(200, page(FakeArm.ENDPOINT + OWN + "?$skiptoken=2", "/a", "/b")),
        Answer.of(200, page(null, "/c")));
    assertThat(arm.cloud().membersOf(GROUP)).containsExactly("/a", "/b", "/c");
    assertThat(arm.service.sent().get(2).query())
        .startsWith("$filter=resourceGroup%20eq%20'rg'&api-version=");
  }

  @ParameterizedTest
  @FieldSource("LISTS")
  void whatAnyListHasIsInTheGroup(String path) {
    others(path);
    arm.service.on("GET " + path, 200, page(null, "/theirs"));
    assertThat(arm.cloud().membersOf(GROUP)).containsExactly("/theirs");
  }

  @Test
  void whatSeveralListsHaveIsToldOnce() {
    others(list("connections"));
    arm.service.on("GET " + list("connections"), 200, page(null, "/C", "/c"));
    assertThat(arm.cloud().membersOf(GROUP)).containsExactly("/C");
  }

  @ParameterizedTest
  @FieldSource("LISTS")
  void nothingIsKnownWhenOneListCannotBeRead(String path) {
    others(path);
    arm.service.on("GET " + path, 200, "{\"message\":\"Please log in\"}");
    assertUnreadable();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "7",
        "{}",
        "{\"value\":null}",
        "{\"value\":{}}",
        "{\"value\":[null]}",
        "{\"value\":[7]}",
        "{\"value\":[{}]}",
        "{\"value\":[{\"id\":null}]}",
        "{\"value\":[{\"id\":7}]}",
        "{\"value\":[{\"id\":\" \"}]}",
        "{\"value\":[],\"nextLink\":5}",
        "{\"value\":[],\"nextLink\":{}}",
        "{\"value\":[],\"nextLink\":\"no address\"}",
        "{\"value\":[",
        "{\"error\":{\"code\":\"ResourceGroupNotFound\"}}",
        "<html>Please log in</html>"
      })
  void anAnswerThatIsNoListSaysNothing(String body) {
    others(OWN);
    arm.service.on("GET " + OWN, 200, body);
    assertUnreadable();
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 202})
  void aSuccessWithoutAListSaysNothing(int status) {
    others(OWN);
    arm.service.on("GET " + OWN, status, "");
    assertUnreadable();
  }

  @Test
  void pagesThatGoRoundInACircleAreNoWholeList() {
    others(OWN);
    arm.service.on("GET " + OWN, 200, page(FakeArm.ENDPOINT + OWN + "?p=1", "/a"));
    assertThatThrownBy(() -> arm.cloud().membersOf(GROUP))
        .hasMessage(
            "A list could not be read to its end: a page links to one that was read already");
  }

  @Test
  void pagesWithoutEndAreGivenUp() {
    others(OWN);
    Answer[] pages = new Answer[600];
    for (int i = 0; i < pages.length; i++) {
      pages[i] = Answer.of(200, page(FakeArm.ENDPOINT + OWN + "?p=" + i, "/a"));
    }
    arm.service.on("GET " + OWN, pages);
    assertThatThrownBy(() -> arm.cloud().membersOf(GROUP))
        .hasMessage(
            "A list could not be read to its end: it continues after 500 pages with 500 elements");
  }

  @Test
  void noTokenGoesToAnotherHostsPage() {
    arm.service.on("GET " + OWN, 200, page("https://evil.example/page", "/a"));
    assertThatThrownBy(() -> arm.cloud().membersOf(GROUP))
        .isInstanceOfSatisfying(
            CloudException.class, e -> assertThat(e.code()).isEqualTo("ForeignEndpoint"));
    assertThat(arm.service.sent()).hasSize(1);
  }

  @Test
  void anAbsentGroupHasNoMembers() {
    arm.service.on("GET " + OWN, 404, NO_GROUP).on("GET " + GROUP.id(), 404, NO_GROUP);
    assertThat(arm.cloud().membersOf(GROUP)).isEmpty();
  }

  @Test
  void aGroupThatStandsIsNotAbsentBecauseItsListSaysSo() {
    arm.service.on("GET " + OWN, 404, NO_GROUP).on("GET " + GROUP.id(), 200, "{}");
    assertUnreadable();
  }

  private void assertUnreadable() {
    assertThatThrownBy(() -> arm.cloud().membersOf(GROUP))
        .isInstanceOfSatisfying(
            CloudException.class,
            e -> assertThat(e.kind()).isEqualTo(CloudException.Kind.UNREADABLE));
  }

  private static String page(String next, String... ids) {
    StringBuilder entries = new StringBuilder();
    for (String id : ids) {
      entries.append(entries.isEmpty() ? "" : ",").append("{\"id\":\"").append(id).append("\"}");
    }
    String link = next == null ? "" : ",\"nextLink\":\"" + next + "\"";
    return "{\"value\":[" + entries + "]" + link + "}";
  }
}
