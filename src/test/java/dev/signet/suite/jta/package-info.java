/** An application with a transactional data source. */
@NullMarked
package dev.signet.suite.jta;

import org.jspecify.annotations.NullMarked;
