package io.github.hybridnet.simulator.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.http.ServerRequest;
import io.github.hybridnet.simulator.http.ServerResponse;
import io.github.hybridnet.simulator.variant.AzureVariant;
import io.github.hybridnet.simulator.variant.InvalidVariantsException;
import io.github.hybridnet.simulator.variant.VariantChoice;
import io.github.hybridnet.simulator.variant.VariantReader;
import io.github.hybridnet.simulator.variant.VariantSelection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code variants}: shows and chooses which variants of Azure's behaviour are played. */
public final class VariantCalls implements AdminSection {
  private final VariantSelection selection;

  public VariantCalls(VariantSelection selection) {
    this.selection = selection;
  }

  @Override
  public Optional<ServerResponse> serve(
      String call, ServerRequest serverRequest, @Nullable JsonNode body) {
    return switch (call) {
      case "GET variants" -> Optional.of(shown());
      case "PUT variants" -> Optional.of(choose(body));
      case "DELETE variants" -> {
        selection.choose(VariantChoice.USUAL);
        yield Optional.of(ServerResponse.empty(204));
      }
      default -> Optional.empty();
    };
  }

  private ServerResponse shown() {
    ObjectNode shown = JsonCodec.object();
    ArrayNode all = shown.putArray("variants");
    VariantChoice current = selection.current();
    for (AzureVariant variant : AzureVariant.values()) {
      ObjectNode each =
          all.addObject()
              .put("name", variant.word())
              .put("value", current.of(variant))
              .put("about", variant.about());
      variant.choices().forEach(each.putArray("values")::add);
    }
    return ServerResponse.json(200, shown);
  }

  private ServerResponse choose(@Nullable JsonNode body) {
    if (!(body instanceof ObjectNode object)) {
      return AdminErrors.error(
          400,
          "InvalidVariants",
          "Send an object of names and values, such as {\"etag\":\"absent\"}.");
    }
    Map<String, String> values = new LinkedHashMap<>();
    object.properties().forEach(entry -> values.put(entry.getKey(), entry.getValue().asText()));
    try {
      selection.choose(VariantReader.of(values));
      return shown();
    } catch (InvalidVariantsException e) {
      return AdminErrors.error(
          400, "InvalidVariants", "Nothing was chosen: " + String.join("; ", e.problems()) + ".");
    }
  }
}
