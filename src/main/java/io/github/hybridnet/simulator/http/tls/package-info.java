/** simulator.http.tls. */
@NullMarked
package io.github.hybridnet.simulator.http.tls;

import org.jspecify.annotations.NullMarked;
