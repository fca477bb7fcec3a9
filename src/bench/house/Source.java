import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A source file: its package below the base, its type, and its lines of code. */
record Source(String room, String name, String code, int lines, int typeLines) {
  static final String BASE = "io.github.hybridnet";
  private static final Pattern LITERAL_OR_COMMENT =
      Pattern.compile(
          "(\"\"\"(?:[^\\\\\"]++|\\\\.|\"(?!\"\"))*+\"\"\""
              + "|\"(?:[^\"\\\\]++|\\\\.)*+\"|'(?:[^'\\\\]++|\\\\.)*+')"
              + "|//[^\\n]*+|/\\*[^*]*+\\*++(?:[^/*][^*]*+\\*++)*+/",
          Pattern.DOTALL);

  static Source of(CompilationUnitTree unit, String text) {
    String code = without(text, false);
    String room = unit.getPackageName().toString().replaceFirst("^" + BASE + "\\.?", "");
    String name = ((ClassTree) unit.getTypeDecls().get(0)).getSimpleName().toString();
    int lines = lines(code);
    return new Source(room, name, code, lines, lines - 1 - unit.getImports().size());
  }

  String path() {
    return room + "." + name;
  }

  String part() {
    return path().startsWith("simulator.") ? "simulator" : "product";
  }

  long words() {
    return Pattern.compile("[A-Z]+(?![a-z])|[A-Z][a-z0-9]*").matcher(name).results().count();
  }

  /** The code without what stands in literals. */
  String withoutLiterals() {
    return without(code, true);
  }

  private static String without(String text, boolean literals) {
    return LITERAL_OR_COMMENT
        .matcher(text)
        .replaceAll(
            m ->
                m.group(1) != null && !literals
                    ? Matcher.quoteReplacement(m.group())
                    : m.group().replaceAll("[^\n]", " "));
  }

  static int lines(String code) {
    return (int) code.lines().filter(line -> !line.isBlank()).count();
  }
}
