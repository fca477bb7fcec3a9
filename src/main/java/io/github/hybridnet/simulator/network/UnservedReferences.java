package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmException;
import io.github.hybridnet.simulator.arm.ArmId;

/** Members that name resources of types which nobody can make here: they never exist. */
final class UnservedReferences {
  private UnservedReferences() {}

  /**
   * Refuses members of these names, single references or lists of them.
   *
   * @throws ArmException if the client sent one, as for any resource that is absent
   */
  static void refuse(ArmId by, ObjectNode sent, String... names) {
    for (String name : names) {
      JsonNode member = Json.at(sent, name);
      if (member == null) {
        continue;
      }
      for (JsonNode each : member.isArray() ? member : Json.array().add(member)) {
        String id = Json.text(each, "id");
        throw id == null
            ? NetworkErrors.missingReference("properties." + name)
            : NetworkErrors.absentReference(id, by);
      }
    }
  }
}
