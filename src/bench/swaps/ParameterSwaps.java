import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Swaps two parameters of a goal, and looks whether a test notices. Run by {@code swaps.sh} in a
 * copy of the project; prints a line for each swap and one that begins with {@code PARAMETER
 * SWAPS}.
 */
final class ParameterSwaps {
  private static final Path MOJOS = Path.of("src/main/java/io/github/hybridnet/maven");
  private static final Path DESCRIPTOR = Path.of("target/classes/META-INF/maven/plugin.xml");
  private static final String TESTS = "MojoParametersTest,ParameterNamesTest,ParametersPageTest";
  private static final Pattern PARAMETER =
      Pattern.compile(
          "@Parameter\\(\\s*property = \"([^\"]+)\"[^)]*\\)\\s+private (?:@Nullable )?(\\S+)"
              + " (\\w+);");
  private static final Pattern CLASS_PATH =
      Pattern.compile("<property name=\"surefire.test.class.path\" value=\"([^\"]+)\"");

  private record Parameter(String property, String type, String field) {}

  /** What is swapped: the places that use two fields, or the properties that set them. */
  private enum Kind {
    USES,
    PROPERTIES
  }

  private record Swap(Path file, Kind kind, Parameter one, Parameter other) {
    @Override
    public String toString() {
      return kind == Kind.USES
          ? file.getFileName() + ": uses of " + one.field() + " and " + other.field()
          : file.getFileName() + ": " + one.property() + " and " + other.property();
    }
  }

  private ParameterSwaps() {}

  public static void main(String[] arguments) throws Exception {
    long seed = Long.parseLong(arguments[0]);
    int count = Integer.parseInt(arguments[1]);
    List<Swap> swaps = swaps();
    Collections.shuffle(swaps, new Random(seed));
    if (!passes(true)) {
      throw new IllegalStateException("The tests fail without a swap:\n" + tail());
    }
    String classPath = classPath();
    List<Swap> chosen = swaps.subList(0, Math.min(count, swaps.size()));
    int noticed = 0;
    for (Swap swap : chosen) {
      boolean seen = isNoticed(swap, classPath);
      noticed += seen ? 1 : 0;
      System.out.println((seen ? "noticed      " : "NOT NOTICED  ") + swap);
    }
    System.out.printf(
        "PARAMETER SWAPS: %d of %d noticed, of %d that there are, seed %d%n",
        noticed, chosen.size(), swaps.size(), seed);
    if (noticed < chosen.size()) {
      System.exit(1);
    }
  }

  /** All swaps of two parameters of one type that are declared in one class. */
  private static List<Swap> swaps() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(MOJOS)) {
      files = all.filter(f -> f.toString().endsWith("Mojo.java")).sorted().toList();
    }
    List<Swap> swaps = new ArrayList<>();
    for (Path file : files) {
      String source = Files.readString(file);
      List<Parameter> parameters = new ArrayList<>();
      Matcher matcher = PARAMETER.matcher(source);
      while (matcher.find()) {
        parameters.add(new Parameter(matcher.group(1), matcher.group(2), matcher.group(3)));
      }
      for (int i = 0; i < parameters.size(); i++) {
        for (int j = i + 1; j < parameters.size(); j++) {
          if (parameters.get(i).type().equals(parameters.get(j).type())) {
            for (Kind kind : Kind.values()) {
              swaps.add(new Swap(file, kind, parameters.get(i), parameters.get(j)));
            }
          }
        }
      }
    }
    return swaps;
  }

  private static boolean isNoticed(Swap swap, String classPath) throws Exception {
    String source = Files.readString(swap.file());
    String swapped = swapped(source, swap);
    if (swapped.equals(source)) {
      throw new IllegalStateException("Nothing is swapped: " + swap);
    }
    byte[] descriptor = Files.readAllBytes(DESCRIPTOR);
    try {
      Files.writeString(swap.file(), swapped);
      compile(swap.file(), classPath);
      return !passes(swap.kind() == Kind.PROPERTIES);
    } finally {
      Files.writeString(swap.file(), source);
      compile(swap.file(), classPath);
      Files.write(DESCRIPTOR, descriptor);
    }
  }

  private static String swapped(String source, Swap swap) {
    if (swap.kind() == Kind.PROPERTIES) {
      return exchange(source, quoted(swap.one()), quoted(swap.other()));
    }
    int body = source.indexOf(";\n", source.lastIndexOf("@Parameter(")) + 2;
    return source.substring(0, body)
        + exchange(
            source.substring(body),
            "(?<![\\w.\"])" + swap.one().field() + "(?![\\w(\"])",
            "(?<![\\w.\"])" + swap.other().field() + "(?![\\w(\"])");
  }

  private static String quoted(Parameter parameter) {
    return "(?<=property = \")" + Pattern.quote(parameter.property()) + "(?=\")";
  }

  /** Puts what the second pattern finds where the first one finds something, and the reverse. */
  private static String exchange(String text, String one, String other) {
    Matcher first = Pattern.compile(one).matcher(text);
    Matcher second = Pattern.compile(other).matcher(text);
    if (!first.find() || !second.find()) {
      return text;
    }
    String ofFirst = first.group();
    String ofSecond = second.group();
    String held = text.replaceAll(one, "\u0000");
    held = held.replaceAll(other, Matcher.quoteReplacement(ofFirst));
    return held.replace("\u0000", ofSecond);
  }

  private static void compile(Path file, String classPath) {
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "--release",
                "17",
                "-proc:none",
                "-nowarn",
                "-parameters",
                "-g",
                "-d",
                "target/classes",
                "-cp",
                "target/classes:" + classPath,
                file.toString());
    if (status != 0) {
      throw new IllegalStateException("Does not compile: " + file);
    }
  }

  /** Runs the tests, with the plugin's descriptor as it is, or made anew. */
  private static boolean passes(boolean describes) throws Exception {
    List<String> command = new ArrayList<>(List.of("mvn", "-o", "-B", "-q", "-Dtest=" + TESTS));
    if (describes) {
      command.add("org.apache.maven.plugins:maven-plugin-plugin:descriptor@default-descriptor");
    }
    command.add("surefire:test");
    Process maven =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Path.of("target/swaps.log").toFile())
            .start();
    int status = maven.waitFor();
    boolean ran = Files.readString(Path.of("target/swaps.log")).contains("Tests run:");
    if (status != 0 && !ran) {
      throw new IllegalStateException("The tests did not run:\n" + tail());
    }
    return status == 0;
  }

  private static String tail() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("target/swaps.log"));
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
  }

  private static String classPath() throws IOException {
    try (Stream<Path> reports = Files.list(Path.of("target/surefire-reports"))) {
      for (Path report : reports.filter(f -> f.toString().endsWith(".xml")).toList()) {
        Matcher matcher = CLASS_PATH.matcher(Files.readString(report));
        if (matcher.find()) {
          return matcher.group(1);
        }
      }
    }
    throw new IllegalStateException("No report of a test names the class path.");
  }
}
