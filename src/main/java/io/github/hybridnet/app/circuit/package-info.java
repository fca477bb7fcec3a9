/** app.circuit. */
@NullMarked
package io.github.hybridnet.app.circuit;

import org.jspecify.annotations.NullMarked;
