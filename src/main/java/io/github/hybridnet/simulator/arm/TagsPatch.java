package io.github.hybridnet.simulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** PATCH of tags as most types do it: the tags are replaced at once. */
public final class TagsPatch implements ArmOperation {

  @Override
  public OperationAnswer accept(ResourceRequest request) {
    return OperationAnswer.patched(apply(request));
  }

  /** The resource with the tags of the request's body. */
  public static ObjectNode apply(ResourceRequest request) {
    ObjectNode resource = request.required();
    JsonNode tags = request.body().path("tags");
    if (tags.isObject()) {
      ResourceEnvelope.tags(resource, tags);
    }
    return resource;
  }
}
