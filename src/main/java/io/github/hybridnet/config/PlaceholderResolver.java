package io.github.hybridnet.config;

import io.github.hybridnet.config.file.FileContentProblems;
import io.github.hybridnet.config.json.Node;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.model.UnreplacedVariable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Replaces <code>${name}</code> by Maven properties and <code>${env.NAME}</code> by environment
 * variables in every text of a file. <code>$${</code> stands for a literal <code>${</code>.
 */
public final class PlaceholderResolver {
  /** The prefix of a placeholder that names an environment variable. */
  private static final String ENVIRONMENT = "env.";

  private final ValueLookup properties;
  private final ValueLookup environment;
  private final List<Finding> findings;
  private final List<PlaceholderValue> borrowed = new ArrayList<>();

  PlaceholderResolver(ValueLookup properties, ValueLookup environment, List<Finding> findings) {
    this.properties = properties;
    this.environment = environment;
    this.findings = findings;
  }

  /** The values that were put in. */
  List<PlaceholderValue> borrowed() {
    return borrowed;
  }

  /** The same tree with every placeholder replaced. */
  Node resolve(Node root) {
    return root.map(
        leaf ->
            leaf instanceof Node.Text text && text.text().contains("${") ? resolve(text) : leaf);
  }

  private Node.Text resolve(Node.Text text) {
    Scan scan = new Scan(text);
    scan.run();
    return new Node.Text(
        text.place(), scan.out.toString(), text.written(), scan.source, scan.resolved);
  }

  /** One pass over one text. */
  private final class Scan {
    private final Node.Text text;
    private final String in;
    private final StringBuilder out = new StringBuilder();
    private Secret.Source source = Secret.Source.FILE;
    private boolean resolved = true;
    private int position;

    Scan(Node.Text text) {
      this.text = text;
      this.in = text.text();
    }

    void run() {
      while (position < in.length()) {
        if (in.startsWith("$${", position)) {
          out.append("${");
          position += 3;
        } else if (in.startsWith("${", position)) {
          placeholder();
        } else {
          out.append(in.charAt(position++));
        }
      }
    }

    private void placeholder() {
      int end = in.indexOf('}', position);
      String name = end < 0 ? "" : in.substring(position + 2, end).strip();
      if (name.isEmpty() || name.equals(ENVIRONMENT) || name.contains("${")) {
        findings.add(FileContentProblems.brokenPlaceholder(text.place()));
        resolved = false;
        position = in.length();
        return;
      }
      String value = find(name);
      if (value == null) {
        findings.add(noValue(name));
        resolved = false;
      } else if (UnreplacedVariable.is(value)) {
        findings.add(FileContentProblems.unreplaced(name, text.place()));
        resolved = false;
      } else {
        out.append(value);
        borrowed.add(new PlaceholderValue(name, value, text.place(), origin(name)));
      }
      position = end + 1;
    }

    private Finding noValue(String name) {
      return name.startsWith(ENVIRONMENT)
          ? FileContentProblems.unsetVariable(
              name, name.substring(ENVIRONMENT.length()), text.place())
          : FileContentProblems.undefinedProperty(name, text.place());
    }

    private PlaceholderValue.ValueSource origin(String name) {
      if (properties.isHidden(name)) {
        return PlaceholderValue.ValueSource.HIDDEN;
      }
      return name.startsWith(ENVIRONMENT) || properties.isOfEnvironment(name)
          ? PlaceholderValue.ValueSource.ENVIRONMENT
          : PlaceholderValue.ValueSource.PROPERTY;
    }

    private @Nullable String find(String name) {
      if (name.startsWith(ENVIRONMENT)) {
        source = Secret.Source.ENVIRONMENT;
        return environment.find(name.substring(ENVIRONMENT.length()));
      }
      if (source == Secret.Source.FILE) {
        source = Secret.Source.PROPERTY;
      }
      return properties.find(name);
    }
  }
}
