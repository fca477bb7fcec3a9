/** app.status. */
@NullMarked
package io.github.hybridnet.app.status;

import org.jspecify.annotations.NullMarked;
