package io.github.hybridnet.azure.signin.federation;

import io.github.hybridnet.azure.signin.token.JwtClaims;
import io.github.hybridnet.engine.guard.SignInLifetime;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A token in a file. Kubernetes renews its files in time; a build server that put one there, such
 * as Jenkins, does not.
 *
 * @param file the file
 * @param variable the variable that names it
 */
public record FileTokenOrigin(Path file, String variable) implements FederatedToken.TokenOrigin {
  private static final int LONGEST = 65_536;

  /** Where a volume of Kubernetes keeps the files of this moment. */
  private static final String DATA = "..data";

  @Override
  public String token() {
    if (!Files.isRegularFile(file)) {
      throw FederationProblems.unreadableFile(file, variable, null);
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LONGEST + 1);
      if (bytes.length > LONGEST) {
        throw FederationProblems.noToken(name());
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw FederationProblems.unreadableFile(file, variable, e);
    }
  }

  @Override
  public SignInLifetime term(Instant endOfToken, Optional<JwtClaims> last) {
    if (isOfKubernetes()) {
      return SignInLifetime.renewable("Kubernetes renews the file that " + variable + " names");
    }
    return SignInLifetime.unknownAfter(
        FederatedToken.later(endOfToken, last.flatMap(JwtClaims::expiry)),
        "it is not known whether anything renews the file that " + variable + " names");
  }

  private boolean isOfKubernetes() {
    try {
      return Files.isSymbolicLink(file) && Files.readSymbolicLink(file).startsWith(DATA);
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public String name() {
    return "the file " + file + " (" + variable + ")";
  }
}
