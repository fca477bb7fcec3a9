package io.github.hybridnet.simulator.arm.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.id.ArmId;

/**
 * What a module remembers about a resource beside it.
 *
 * @param name the module's name for this kind of note
 * @param about the resource
 * @param text what is remembered
 */
record StoredNote(String name, ArmId about, ObjectNode text) {

  String key() {
    return key(name, about);
  }

  static String key(String name, ArmId about) {
    return name + " " + about.key();
  }
}
