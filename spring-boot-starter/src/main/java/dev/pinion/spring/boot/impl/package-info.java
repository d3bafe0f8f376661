/** What Hibernate finds by ServiceLoader; for nobody else to call. */
package dev.pinion.spring.boot.impl;
