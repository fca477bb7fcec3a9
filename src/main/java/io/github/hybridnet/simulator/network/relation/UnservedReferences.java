package io.github.hybridnet.simulator.network.relation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.error.ArmException;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.network.body.ReferenceErrors;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.network.resource.NetworkErrors;

/** References to resources of types that this simulator does not have. */
public final class UnservedReferences {
  private UnservedReferences() {}

  /**
   * Refuses members of these names, single references or lists of them.
   *
   * @throws ArmException if the client sent one, as for any resource that is absent
   */
  public static void refuse(ArmId by, ObjectNode sent, String... names) {
    for (String name : names) {
      JsonNode member = JsonMembers.at(sent, name);
      if (member == null) {
        continue;
      }
      for (JsonNode each : member.isArray() ? member : JsonMembers.array().add(member)) {
        String id = JsonMembers.text(each, "id");
        throw id == null
            ? NetworkErrors.unreadable(ReferenceErrors.missing("properties." + name))
            : NetworkErrors.absentReference(id, by);
      }
    }
  }
}
