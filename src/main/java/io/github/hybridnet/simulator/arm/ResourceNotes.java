package io.github.hybridnet.simulator.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.id.ArmId;
import java.util.Map;
import java.util.Optional;

/**
 * What modules remember about resources without writing it into them. A note is deleted with its
 * resource and is stored in plain text.
 */
public interface ResourceNotes {

  /** A copy of the note of this name. */
  Optional<ObjectNode> find(String name, ArmId about);

  /** Copies of all notes of this name, by what they are about. */
  Map<ArmId, ObjectNode> all(String name);

  /** Writes a note; an earlier one of the same name is replaced. */
  void put(String name, ArmId about, ObjectNode text);

  /** Forgets a note, if there is one. */
  void remove(String name, ArmId about);
}
