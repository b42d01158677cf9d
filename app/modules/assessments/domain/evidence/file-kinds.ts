/** What a file of evidence may be, told by its content; its name must say the same. */
export const FILE_TYPES = {
  pdf: { endings: ['pdf'], mime: 'application/pdf', words: 'PDF' },
  png: { endings: ['png'], mime: 'image/png', words: 'PNG picture' },
  jpeg: { endings: ['jpg', 'jpeg'], mime: 'image/jpeg', words: 'JPEG picture' },
  text: { endings: ['txt'], mime: 'text/plain; charset=utf-8', words: 'text' },
  csv: { endings: ['csv'], mime: 'text/csv; charset=utf-8', words: 'CSV' },
  docx: {
    endings: ['docx'],
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    words: 'Word document',
  },
  xlsx: {
    endings: ['xlsx'],
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    words: 'workbook',
  },
} as const;
export type FileType = keyof typeof FILE_TYPES;

/** In words, for the field. */
export const FILE_TYPE_WORDS = 'PDF, PNG, JPEG, text (.txt), CSV, Word (.docx) or Excel (.xlsx)';

/** The part that makes a zip a Word document or a workbook. */
export const MAIN_PARTS = { docx: 'word/document.xml', xlsx: 'xl/workbook.xml' } as const;
