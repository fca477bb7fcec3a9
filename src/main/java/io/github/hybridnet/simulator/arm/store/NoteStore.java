package io.github.hybridnet.simulator.arm.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ResourceNotes;
import io.github.hybridnet.simulator.arm.id.ArmId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads and writes the notes in a state. */
public record NoteStore(CloudState estate) implements ResourceNotes {

  @Override
  public Optional<ObjectNode> find(String name, ArmId about) {
    return Optional.ofNullable(estate.notes().get(StoredNote.key(name, about)))
        .map(note -> note.text().deepCopy());
  }

  @Override
  public Map<ArmId, ObjectNode> all(String name) {
    Map<ArmId, ObjectNode> found = new LinkedHashMap<>();
    for (StoredNote note : estate.notes().values()) {
      if (note.name().equals(name)) {
        found.put(note.about(), note.text().deepCopy());
      }
    }
    return found;
  }

  @Override
  public void put(String name, ArmId about, ObjectNode text) {
    StoredNote note = new StoredNote(name, about, text.deepCopy());
    estate.notes().put(note.key(), note);
  }

  @Override
  public void remove(String name, ArmId about) {
    estate.notes().remove(StoredNote.key(name, about));
  }

  /** Deletes all notes about a resource. */
  void forget(ArmId about) {
    estate.notesByResource().of(about.key()).forEach(note -> estate.notes().remove(note.key()));
  }
}
