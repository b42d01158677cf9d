import { describe, expect, it } from 'vitest';
import { fileTypeOf } from './file-type';

const PNG_START = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const chunk = (name: string, data: readonly number[]) => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return [...length, ...Buffer.from(name, 'latin1'), ...data, 0, 0, 0, 0];
};
const png = (...after: number[]) =>
  Uint8Array.from([
    ...PNG_START,
    ...chunk('IHDR', new Array(13).fill(1)),
    ...chunk('IDAT', [1, 2, 3]),
    ...chunk('IEND', []),
    ...after,
  ]);
const text = (said: string) => new TextEncoder().encode(said);
const PDF = '%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n%%EOF\n';
const JPEG = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xd9];

describe('what a file is', () => {
  it.each([
    ['drill.pdf', text(PDF), 'pdf'],
    ['Photo.PNG', png(), 'png'],
    ['photo.jpeg', Uint8Array.from(JPEG), 'jpeg'],
    ['photo.jpg', Uint8Array.from(JPEG), 'jpeg'],
    ['log.txt', text('Gate closed at 14:03, < 2 minutes.\r\nÜbung beendet.\t'), 'text'],
    ['times.csv', text('name;minutes\nA;2\n'), 'csv'],
  ])('%s is told by its content', (name, bytes, type) => {
    expect(fileTypeOf(bytes, name)).toEqual({ type });
  });

  it.each([
    ['a name of another type', 'drill.png', text(PDF)],
    ['a picture by name only', 'photo.png', text('GIF89a')],
    ['a web page as text', 'log.txt', text('hello <script src=x></script>')],
    ['a web page as CSV', 'log.csv', text('<!DOCTYPE html><title>x</title>')],
    ['a drawing that runs scripts', 'plan.txt', text('<svg onload="x()">')],
    ['a program of the server', 'log.txt', text('<?php system("x");')],
    ['bytes as text', 'log.txt', Uint8Array.from([0x50, 0xff, 0xfe])],
    ['control characters as text', 'log.txt', text('a\0b')],
    ['a picture with something after its end', 'photo.png', png(...Buffer.from('PK\x03\x04more'))],
    ['a picture cut short', 'photo.png', png().subarray(0, 40)],
    ['a JPEG with something after its end', 'photo.jpg', Uint8Array.from([...JPEG, ...text('<html>')])],
    ['a PDF with an archive after its end', 'drill.pdf', text(`${PDF}PK\u0003\u0004`)],
    ['a PDF that begins later', 'drill.pdf', text(`<html>${PDF}`)],
    ['a PDF without an end', 'drill.pdf', text('%PDF-1.7\n')],
    [
      'an archive that begins later',
      'plan.docx',
      Buffer.from('#!/bin/sh\nPK\x03\x04'.padEnd(60, 'x'), 'latin1'),
    ],
    ['no document at all', 'plan.xlsx', text('a,b\n')],
    ['a type that is not kept', 'page.html', text('<p>')],
    ['a program', 'run.exe', text('MZ')],
    ['a name without an ending', 'drill', text(PDF)],
    ['two endings, the last of them another', 'drill.pdf.svg', text(PDF)],
  ])('refuses %s', (_what, name, bytes) => {
    expect(fileTypeOf(bytes, name)).toHaveProperty('fault');
  });
});
