package io.github.hybridnet.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A running BIRD, by its control socket: a file, which is reached from every namespace.
 *
 * @param socket the file
 */
record Bird(Path socket) {
  /** Four digits and a space: the last line of an answer; a hyphen instead: there is more. */
  private static final Pattern LAST = Pattern.compile("\\d{4} .*");

  /** Whether a BGP session is established. */
  boolean isEstablished(String protocol) throws IOException {
    return ask("show protocols " + protocol).stream()
        .anyMatch(line -> line.contains(protocol) && line.contains("Established"));
  }

  /** Whether it has a route of this very prefix from a protocol. */
  boolean hasRoute(String prefix, String protocol) throws IOException {
    return ask("show route " + prefix + " protocol " + protocol).stream()
        .anyMatch(line -> line.contains("unicast"));
  }

  /** Starts a protocol, such as a BGP session. */
  void enable(String protocol) throws IOException {
    ask("enable " + protocol);
  }

  /** Ends one as a router does that tells its neighbour. */
  void disable(String protocol) throws IOException {
    ask("disable " + protocol);
  }

  /** Reads its configuration again. */
  void configure() throws IOException {
    ask("configure");
  }

  private List<String> ask(String command) throws IOException {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(socket));
      BufferedReader reader =
          new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
      answer(reader);
      channel.write(ByteBuffer.wrap((command + "\n").getBytes(StandardCharsets.UTF_8)));
      return answer(reader);
    }
  }

  private static List<String> answer(BufferedReader reader) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      lines.add(line);
      if (LAST.matcher(line).matches()) {
        break;
      }
    }
    return lines;
  }
}
