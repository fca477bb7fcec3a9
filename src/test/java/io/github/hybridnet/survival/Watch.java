package io.github.hybridnet.survival;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Iterator;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Waits for something to happen in the simulator, by its stream of events. */
final class Watch {
  private final Rig rig;
  private final HttpClient client;

  Watch(Rig rig) {
    this.rig = rig;
    this.client =
        HttpClient.newBuilder()
            .sslContext(rig.access().sslContext())
            .proxy(HttpClient.Builder.NO_PROXY)
            .build();
  }

  /**
   * Waits until a rule has been applied.
   *
   * @param since the number of the event after which to look
   * @param goesOn whether there is still somebody to whom it could happen
   * @return whether it was
   */
  boolean fired(String rule, long since, BooleanSupplier goesOn) {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    rig.access().endpoint() + "/_simulator/events?heartbeat=PT0.1S&since=" + since))
            .header("Authorization", "Bearer " + rig.access().credentials().adminToken())
            .build();
    try (Stream<String> events = client.send(request, HttpResponse.BodyHandlers.ofLines()).body()) {
      boolean last = false;
      for (Iterator<String> all = events.iterator(); all.hasNext(); ) {
        String event = all.next();
        if (event.contains("\"faultFired\"") && event.contains("\"rule\":\"" + rule + "\"")) {
          return true;
        }
        if (event.contains("\"heartbeat\"")) {
          if (last) {
            return false;
          }
          // What it did before its end may still be on the way: one more look.
          last = !goesOn.getAsBoolean();
        }
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
