package io.github.hybridnet.report;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** HTML and XML from templates. Whatever is put into one is escaped. */
final class Markup {
  private Markup() {}

  /** Writes what a template makes of a model. A name that the model does not have is a mistake. */
  static void write(String template, Object model, OutputStream out) throws IOException {
    Template compiled =
        Mustache.compiler()
            .withEscaper(text -> Escapers.HTML.escape(legal(text)))
            .withLoader(Markup::reader)
            .emptyStringIsFalse(true)
            .strictSections(true)
            .compile(reader(template));
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    compiled.execute(model, writer);
    writer.flush();
  }

  private static Reader reader(String name) throws IOException {
    InputStream in = Markup.class.getResourceAsStream(name);
    if (in == null) {
      throw new IOException("The template " + name + " is missing.");
    }
    return new InputStreamReader(in, StandardCharsets.UTF_8);
  }

  /** The text without what XML cannot hold, not even escaped. */
  static String legal(String text) {
    StringBuilder legal = new StringBuilder(text.length());
    text.codePoints().forEach(c -> legal.appendCodePoint(isLegal(c) ? c : '\uFFFD'));
    return legal.toString();
  }

  private static boolean isLegal(int c) {
    return (c >= 0x20 && c < 0x7F)
        || c == '\t'
        || c == '\n'
        || (c >= 0xA0 && c < Character.MIN_SURROGATE)
        || (c > Character.MAX_SURROGATE && c < 0xFFFE)
        || c > 0xFFFF;
  }
}
