package io.github.hybridnet.simulator.arm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ResourceView.Look;
import io.github.hybridnet.simulator.arm.ResourceView.Occasion;
import io.github.hybridnet.simulator.http.Json;
import io.github.hybridnet.simulator.http.Response;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViewsTest {
  private final Views views = new Views();
  private int shown;

  private ResourceType type(boolean timed) {
    ResourceView counting =
        new ResourceView() {
          @Override
          public boolean timed() {
            return timed;
          }

          @Override
          public ObjectNode show(ObjectNode resource, Look look) {
            shown++;
            return resource.put("version", look.apiVersion());
          }
        };
    return ResourceType.named(TypeName.of("Test.Things/things")).view(counting).build();
  }

  private static ObjectNode stored(String id) {
    return Json.object().put("id", id);
  }

  private static Look look(String version) {
    return new Look(Occasion.READ, version, Instant.EPOCH);
  }

  private static String body(Response response) {
    return response.body().orElseThrow().toString();
  }

  @Test
  void aResourceIsShownOnceUntilItIsReplaced() {
    ObjectNode thing = stored("a");
    Response first = views.one(type(false), thing, look("1"));
    Response second = views.one(type(false), thing, look("1"));

    assertThat(body(second)).isEqualTo(body(first)).isEqualTo("{\"id\":\"a\",\"version\":\"1\"}");
    assertThat(shown).isEqualTo(1);
    views.one(type(false), stored("a"), look("1"));
    assertThat(shown).as("an equal one in its place").isEqualTo(2);
    assertThat(body(views.one(type(false), thing, look("2")))).contains("\"version\":\"2\"");
    assertThat(thing).as("what is stored").isEqualTo(stored("a"));
  }

  @Test
  void whatDependsOnTimeIsShownEachTime() {
    ObjectNode thing = stored("a");
    views.one(type(true), thing, look("1"));
    views.one(type(true), thing, look("1"));

    assertThat(shown).isEqualTo(2);
  }

  @Test
  void aListConsistsOfWhatIsKnown() {
    List<ObjectNode> things = List.of(stored("a"), stored("b"));
    views.one(type(false), things.get(0), look("1"));

    assertThat(body(views.list(type(false), things, look("1"))))
        .isEqualTo(
            "{\"value\":[{\"id\":\"a\",\"version\":\"1\"},{\"id\":\"b\",\"version\":\"1\"}]}");
    assertThat(shown).isEqualTo(2);
    assertThat(body(views.list(type(false), List.of(), look("1")))).isEqualTo("{\"value\":[]}");
  }

  @Test
  void everythingIsForgottenWhenItIsTooMuch() {
    ObjectNode thing = stored("a");
    views.one(type(false), thing, look("1"));
    views.one(type(false), stored("b").put("text", "x".repeat(5 << 20)), look("1"));
    views.one(type(false), thing, look("1"));

    assertThat(shown).isEqualTo(3);
  }

  @Test
  void whoGetsACopyMayChangeIt() {
    ObjectNode thing = stored("a");
    Response copy = views.one(type(false), thing, look("1")).copy();
    ((ObjectNode) copy.body().orElseThrow()).put("id", "other");

    assertThat(body(views.one(type(false), thing, look("1")))).contains("\"id\":\"a\"");
  }
}
