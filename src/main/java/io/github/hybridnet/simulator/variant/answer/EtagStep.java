package io.github.hybridnet.simulator.variant.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.http.ServerResponse;
import io.github.hybridnet.simulator.variant.AzureVariant;

/** Resources without an ETag, in headers and in bodies. */
final class EtagStep implements AnswerStep {
  @Override
  public ServerResponse apply(AnsweredCall call, ServerResponse answer) {
    if (call.plays(AzureVariant.ETAG, "absent")) {
      answer.headers().remove("ETag");
      answer.body().ifPresent(EtagStep::strip);
    }
    return answer;
  }

  private static void strip(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove("etag");
    }
    node.forEach(EtagStep::strip);
  }
}
