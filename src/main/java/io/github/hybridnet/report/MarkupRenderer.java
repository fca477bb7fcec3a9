package io.github.hybridnet.report;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.github.hybridnet.text.PrintableText;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** HTML and XML from templates. Whatever is put into one is escaped. */
final class MarkupRenderer {
  private MarkupRenderer() {}

  /** Writes what a template makes of a model. A name that the model does not have is a mistake. */
  static void write(String template, Object model, OutputStream out) throws IOException {
    Template compiled =
        Mustache.compiler()
            .withEscaper(text -> Escapers.HTML.escape(legal(text)))
            .withLoader(MarkupRenderer::reader)
            .emptyStringIsFalse(true)
            .strictSections(true)
            .compile(reader(template));
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    compiled.execute(model, writer);
    writer.flush();
  }

  private static Reader reader(String name) throws IOException {
    InputStream in = MarkupRenderer.class.getResourceAsStream(name);
    if (in == null) {
      throw new IOException("The template " + name + " is missing.");
    }
    return new InputStreamReader(in, StandardCharsets.UTF_8);
  }

  /** The text without what XML cannot hold, not even escaped, or what turns what is read. */
  static String legal(String text) {
    return Arrays.stream(text.split("\n", -1))
        .map(line -> PrintableText.line(line).replaceAll("[\\uFFFE\\uFFFF]", "\uFFFD"))
        .collect(Collectors.joining("\n"));
  }
}
