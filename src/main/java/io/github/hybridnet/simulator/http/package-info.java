/** HTTPS on the JDK's own server, and the certificate for it. */
@NullMarked
package io.github.hybridnet.simulator.http;

import org.jspecify.annotations.NullMarked;
