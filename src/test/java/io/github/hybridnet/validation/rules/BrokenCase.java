package io.github.hybridnet.validation.rules;

import io.github.hybridnet.config.file.ParameterDirectory;
import io.github.hybridnet.config.file.ParameterFile;
import io.github.hybridnet.model.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The complete network with a fault, and everything that its rule says of it.
 *
 * @param code the rule
 * @param name the fault in words
 * @param edits how to break the files
 * @param said what the rule says
 */
record BrokenCase(
    String code, String name, List<Consumer<ParameterDirectory>> edits, List<Said> said) {

  /** A finding without its code and source, which are the rule's. */
  record Said(Severity severity, ParameterFile file, String position, String message, String fix) {}

  static BrokenCase broken(String code, String name) {
    return new BrokenCase(code, name, List.of(), List.of());
  }

  BrokenCase edit(ParameterFile file, String from, String to) {
    return with(files -> files.edit(file, from, to));
  }

  BrokenCase delete(ParameterFile file) {
    return with(files -> files.delete(file));
  }

  BrokenCase error(ParameterFile file, String position, String message, String fix) {
    return says(new Said(Severity.ERROR, file, position, message, fix));
  }

  BrokenCase warning(ParameterFile file, String position, String message, String fix) {
    return says(new Said(Severity.WARNING, file, position, message, fix));
  }

  BrokenCase info(ParameterFile file, String position, String message, String fix) {
    return says(new Said(Severity.INFO, file, position, message, fix));
  }

  private BrokenCase with(Consumer<ParameterDirectory> edit) {
    List<Consumer<ParameterDirectory>> more = new ArrayList<>(edits);
    more.add(edit);
    return new BrokenCase(code, name, more, said);
  }

  private BrokenCase says(Said finding) {
    List<Said> more = new ArrayList<>(said);
    more.add(finding);
    return new BrokenCase(code, name, edits, more);
  }

  @Override
  public String toString() {
    return code + " " + name;
  }
}
