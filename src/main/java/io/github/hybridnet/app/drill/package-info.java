/** app.drill. */
@NullMarked
package io.github.hybridnet.app.drill;

import org.jspecify.annotations.NullMarked;
