package io.github.hybridnet.simulator.arm.engine;

import static io.github.hybridnet.simulator.variant.AzureVariant.ETAG;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ResourceTypeDefinition;
import io.github.hybridnet.simulator.arm.ResourceView;
import io.github.hybridnet.simulator.arm.ResourceView.Occasion;
import io.github.hybridnet.simulator.arm.ResourceView.ViewContext;
import io.github.hybridnet.simulator.arm.id.TypeName;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.http.ServerResponse;
import io.github.hybridnet.simulator.variant.VariantChoice;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ViewCacheTest {
  private final ViewCache viewCache = new ViewCache();
  private int shown;

  private ResourceTypeDefinition type(boolean timed) {
    ResourceView counting =
        new ResourceView() {
          @Override
          public boolean timed() {
            return timed;
          }

          @Override
          public ObjectNode show(ObjectNode resource, ViewContext viewContext) {
            shown++;
            return resource.put("version", viewContext.apiVersion());
          }
        };
    return ResourceTypeDefinition.named(TypeName.of("Test.Things/things")).view(counting).build();
  }

  private static ObjectNode stored(String id) {
    return JsonCodec.object().put("id", id);
  }

  private static ViewContext look(String version) {
    return look(version, VariantChoice.USUAL);
  }

  private static ViewContext look(String version, VariantChoice variants) {
    return new ViewContext(Occasion.READ, version, Instant.EPOCH, variants);
  }

  private static String body(ServerResponse serverResponse) {
    return serverResponse.body().orElseThrow().toString();
  }

  @Test
  void aResourceIsShownOnceUntilItIsReplaced() {
    ObjectNode thing = stored("a");
    ServerResponse first = viewCache.one(type(false), thing, look("1"));
    ServerResponse second = viewCache.one(type(false), thing, look("1"));

    assertThat(body(second)).isEqualTo(body(first)).isEqualTo("{\"id\":\"a\",\"version\":\"1\"}");
    assertThat(shown).isEqualTo(1);
    viewCache.one(type(false), stored("a"), look("1"));
    assertThat(shown).as("an equal one in its place").isEqualTo(2);
    assertThat(body(viewCache.one(type(false), thing, look("2")))).contains("\"version\":\"2\"");
    assertThat(thing).as("what is stored").isEqualTo(stored("a"));
  }

  @Test
  void otherVariantsAreAnotherView() {
    ObjectNode thing = stored("a");
    viewCache.one(type(false), thing, look("1"));
    viewCache.one(type(false), thing, look("1", VariantChoice.of(Map.of(ETAG, "absent"))));

    assertThat(shown).isEqualTo(2);
  }

  @Test
  void whatDependsOnTimeIsShownEachTime() {
    ObjectNode thing = stored("a");
    viewCache.one(type(true), thing, look("1"));
    viewCache.one(type(true), thing, look("1"));

    assertThat(shown).isEqualTo(2);
  }

  @Test
  void aListConsistsOfWhatIsKnown() {
    List<ObjectNode> things = List.of(stored("a"), stored("b"));
    viewCache.one(type(false), things.get(0), look("1"));

    assertThat(body(viewCache.list(type(false), things, look("1"))))
        .isEqualTo(
            "{\"value\":[{\"id\":\"a\",\"version\":\"1\"},{\"id\":\"b\",\"version\":\"1\"}]}");
    assertThat(shown).isEqualTo(2);
    assertThat(body(viewCache.list(type(false), List.of(), look("1")))).isEqualTo("{\"value\":[]}");
  }

  @Test
  void everythingIsForgottenWhenItIsTooMuch() {
    ObjectNode thing = stored("a");
    viewCache.one(type(false), thing, look("1"));
    viewCache.one(type(false), stored("b").put("text", "x".repeat(5 << 20)), look("1"));
    viewCache.one(type(false), thing, look("1"));

    assertThat(shown).isEqualTo(3);
  }

  @Test
  void whoGetsACopyMayChangeIt() {
    ObjectNode thing = stored("a");
    ServerResponse copy = viewCache.one(type(false), thing, look("1")).copy();
    ((ObjectNode) copy.body().orElseThrow()).put("id", "other");

    assertThat(body(viewCache.one(type(false), thing, look("1")))).contains("\"id\":\"a\"");
  }
}
