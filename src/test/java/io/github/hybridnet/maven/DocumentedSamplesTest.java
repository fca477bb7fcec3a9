package io.github.hybridnet.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.maven.parameter.DocumentedCommandsTest;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java samples of the documentation compile with the imports that they show. */
class DocumentedSamplesTest {
  private static final Pattern JAVA = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern IMPORT = Pattern.compile("(?m)^import .*;\\n");
  private static final Pattern TYPE = Pattern.compile("(?m)^(?:public )?(?:class|record) ");

  /** What the samples leave to the reader: code of his own, and the access that he was given. */
  private static final String READERS_CODE =
      """
      class Deployment {
        Deployment(java.net.URI endpoint, javax.net.ssl.SSLContext trust) {}
        void begin() {}
        boolean isDone() { return true; }
      }
      class Given {
        static io.github.hybridnet.simulator.SimulatorAccess access;
      }
      """;

  @TempDir Path classes;

  @Test
  void javaCompiles() throws IOException {
    Map<String, List<String>> problems = new TreeMap<>();
    for (Path page : DocumentedCommandsTest.pages()) {
      String text = Files.readString(page);
      for (MatchResult match : JAVA.matcher(text).results().toList()) {
        long line = text.substring(0, match.start()).lines().count() + 1;
        problems.put(page + ":" + line, compiled(match.group(1)));
      }
    }
    assertThat(problems)
        .hasSizeGreaterThan(3)
        .allSatisfy((page, each) -> assertThat(each).isEmpty());
  }

  @Test
  void missingImportIsFound() throws IOException {
    assertThat(compiled("var path = Path.of(\"target\");\n")).hasSize(1);
    assertThat(compiled("import java.nio.file.Path;\n\nvar path = Path.of(\"target\");\n"))
        .isEmpty();
  }

  private List<String> compiled(String sample) throws IOException {
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    ToolProvider.getSystemJavaCompiler()
        .getTask(
            new StringWriter(),
            null,
            found,
            List.of("-proc:none", "-d", classes.toString()),
            null,
            List.of(source("Given", READERS_CODE), source("Sample", unit(sample))))
        .call();
    return found.getDiagnostics().stream()
        .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
        .map(each -> each.getMessage(null))
        .toList();
  }

  /** A whole class stays as it is; a field goes into a class, statements into a method. */
  private static String unit(String sample) {
    if (TYPE.matcher(sample).find()) {
      return sample;
    }
    String imports =
        IMPORT.matcher(sample).results().map(MatchResult::group).collect(Collectors.joining());
    String body = IMPORT.matcher(sample).replaceAll("");
    return imports
        + "class Sample extends Given {\n"
        + (body.strip().startsWith("@")
            ? body
            : "void sample() throws Exception {\n" + body + "}\n")
        + "}\n";
  }

  private static JavaFileObject source(String name, String text) {
    return new SimpleJavaFileObject(
        URI.create("sample:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }
}
